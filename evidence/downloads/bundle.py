"""Everything about a view in one ZIP: the table twice, references, R script, codebook and a README that says what is what.

The same view gives the same bytes: entries stand in a fixed order and carry the date of the last search.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from evidence.downloads.about import about
from evidence.downloads.citations import bibtex, ris
from evidence.downloads.codebook import COUNTS, codebook
from evidence.downloads.export_columns import number_headers
from evidence.downloads.export_table import table_for_reading
from evidence.downloads.export_xlsx import workbook
from evidence.downloads.figure_pdf import figure_pdf
from evidence.downloads.figure_svg import figure_svg
from evidence.downloads.findings_files import findings_frame
from evidence.downloads.rscript import r_script
from evidence.facts.view import View
from evidence.wording.say import say, tr
from evidence.writing.csv_table import csv_bytes
from evidence.writing.zipped import zipped

SLIDES, HANDOUT, FINDINGS = "slides.pptx", "handout.html", "summary_of_findings.csv"
NOTHING: Mapping[str, bytes] = MappingProxyType({})


def bundle(view: View, extra: Mapping[str, bytes] = NOTHING) -> bytes:
    """The ZIP of a view; extra adds files such as slides; ValueError for a name that is taken or is a path."""
    table, meanings = table_for_reading(view), codebook(view.pack)
    files = {
        "studies_and_results.csv": csv_bytes(table, number_headers(view.pack)),
        "studies_and_results.xlsx": workbook(view, table, meanings),
        "references.ris": ris(view.studies).encode("utf-8"),
        "references.bib": bibtex(view.studies).encode("utf-8"),
        "analysis.R": r_script(view).encode("utf-8"),
        "codebook.csv": csv_bytes(meanings, COUNTS),
        "figure.svg": figure_svg(view),
        "figure.pdf": figure_pdf(view),
    }
    if view.pack.rows.certainty:
        files[FINDINGS] = csv_bytes(findings_frame(view.pack))
    for name in extra:
        if name in files or name == "README.txt" or "/" in name or "\\" in name:
            raise ValueError(f"'{name}' cannot be added to the bundle")
    whole = {"README.txt": _readme(view, [*files, *extra]).encode("utf-8"), **files, **extra}
    return zipped(whole, date.fromisoformat(view.pack.dataset["last_search"]))


def _meanings() -> dict[str, str]:
    return {
        "studies_and_results.csv": tr(
            "One row per study and result in view, a study without a result keeps one row; UTF-8, commas, empty "
            "cell = not known. All results of these studies are here, also those that an overview figure leaves "
            "out. What a spreadsheet would run as a formula has an apostrophe before it. A computed length, dose "
            "or share has the digits of the pages (8.7 weeks); the number in full stands in the column that ends in _exact. "
            "Effects, flags, certainty of the outcome and risk of bias by domain stand in the last columns."
        ),
        "studies_and_results.xlsx": tr(
            "The same rows with typed cells, below the name of each column and a heading for people; the codebook and this "
            "description."
        ),
        "references.ris": tr("The studies in view for Zotero, EndNote, Mendeley and others."),
        "references.bib": tr("The studies in view for LaTeX."),
        "analysis.R": tr("R script that rebuilds the numbers of the figure with metafor."),
        "figure.svg": tr("The forest plot as one sheet of vectors, for papers and posters; text can be edited."),
        "figure.pdf": tr("The same on pages of A4, with its typeface inside."),
        SLIDES: tr("The evidence in view as slides for PowerPoint or LibreOffice: text, tables and figure can be edited."),
        HANDOUT: tr("One page to print or send; opens in any browser."),
        FINDINGS: tr(
            "One row per rated outcome: participants and studies, what was found and what to compare it with, and how "
            "certain it is with the reasons of GRADE. The whole data, whatever the filters."
        ),
        "codebook.csv": tr("What every column means, with types, units and allowed words."),
    }


def _readme(view: View, names: list[str]) -> str:
    """Plain text: what this is, what each file is, and which studies the filters hide."""
    meanings = _meanings()
    parts = [
        [f"{label}: {_one_line(text)}" for label, text in about(view)],
        [f"{name}\n    {meanings[name]}" if name in meanings else name for name in names],
    ]
    if view.studies.empty:
        parts.insert(1, [tr("No study passes these filters: the tables hold only their headings.")])
    if len(view.hidden):
        hidden = [f"{_one_line(each.citation)}: {_one_line(say(each.reason))}" for each in view.hidden]
        parts.append([tr("Hidden by the filters"), *hidden])
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _one_line(text: object) -> str:
    return " ".join(str(text).split())
