"""Why hand-out, minutes or slides could not be made as PDF, or slides not with a template."""

from evidence.wording.language import N_

MESSAGES = {
    "no browser for pdf": N_(
        "Hand-out and minutes become a PDF only where Chromium or Chrome is installed. Take --format html, or minutes, and "
        "print it."
    ),
    "no office for pdf": N_(
        "Slides become a PDF only where LibreOffice is installed. Take --format pptx, which other programs can save as PDF."
    ),
    "pdf took too long": N_("No PDF was made within {seconds:whole} seconds; the attempt was ended."),
    "pdf busy": N_("Another PDF is being made at the moment. Please try again in half a minute."),
    "private pdf on a disk": N_(
        "No PDF is made here of what holds votes or your own table, because it would be written to a disk. Save the HTML "
        "and print it."
    ),
    "pdf not made": N_("The program that makes the PDF ended without one."),
    "template not found": N_("The template for slides is not there: {path}."),
    "template not read": N_("The template for slides cannot be read as PPTX: {path}."),
    "template too large": N_("The template for slides is larger than 50 MB: {path}."),
    "template without titles": N_("No layout of the template for slides has a place for a title: {path}."),
}
