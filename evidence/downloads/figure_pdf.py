"""The figure of a view as PDF on pages of A4, with its typeface inside."""

import io

from reportlab.pdfgen.canvas import Canvas

from evidence.downloads.figure import Figure, FigurePage, figure_of
from evidence.downloads.figure_shapes import Area, Disc, Letters, Stroke, shapes_of
from evidence.downloads.typeface import boxes_told, drawn_text, face, face_name
from evidence.facts.view import View

ENDS = {"start": Canvas.drawString, "middle": Canvas.drawCentredString, "end": Canvas.drawRightString}


def figure_pdf(view: View) -> bytes:
    """All rows of a view on pages of A4, in the language of the run; the same view gives the same bytes.

    Letters that the typeface cannot draw are named above the forest.
    """
    figure = figure_of(view, tall=False)
    if told := boxes_told(item.text for page in figure.pages for item in page.items):
        figure = figure_of(view, tall=False, warnings=(told,))
    return _written(figure, view)


def _written(figure: Figure, view: View) -> bytes:
    dataset, out = view.pack.dataset, io.BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1, initialFontName=face(face_name()).fontName)
    canvas.setTitle(figure.title)
    canvas.setAuthor(dataset["curators"])
    canvas.setSubject(dataset["cite_as"])
    canvas.setCreator(dataset["title"])
    day = dataset["last_search"].replace("-", "")
    canvas.setDateFormatter(lambda *now: f"D:{day}000000+00'00'")
    for page in figure.pages:
        _draw(canvas, page)
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, page: FigurePage) -> None:
    """One page; PDF counts from the bottom."""
    wide, high = page.width * 72, page.height * 72
    canvas.setPageSize((wide, high))
    for shape in shapes_of(page):
        if isinstance(shape, Letters):
            _write(canvas, shape, high)
        elif isinstance(shape, Stroke):
            canvas.setStrokeColor(shape.colour)
            canvas.setLineWidth(shape.thick)
            canvas.setDash(shape.dashes)
            canvas.line(shape.x1, high - shape.y1, shape.x2, high - shape.y2)
        else:
            canvas.setDash(())
            canvas.setFillColor(shape.fill)
            canvas.setLineWidth(shape.thick)
            if shape.edge:
                canvas.setStrokeColor(shape.edge)
            _fill(canvas, shape, high)
    canvas.showPage()


def _fill(canvas: Canvas, shape: Area | Disc, high: float) -> None:
    if isinstance(shape, Disc):
        canvas.circle(shape.x, high - shape.y, shape.radius, stroke=1, fill=1)
        return
    path = canvas.beginPath()
    (x, y), *others = shape.corners
    path.moveTo(x, high - y)
    for x, y in others:
        path.lineTo(x, high - y)
    path.close()
    canvas.drawPath(path, stroke=1 if shape.edge else 0, fill=1)


def _write(canvas: Canvas, line: Letters, high: float) -> None:
    name = face_name(line.bold, line.italic)
    face(name)
    canvas.setFont(name, line.size)
    canvas.setFillColor(line.colour)
    ENDS[line.anchor](canvas, line.x, high - line.y, drawn_text(line.text))
