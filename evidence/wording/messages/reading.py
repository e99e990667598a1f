"""What is wrong with the files and the cells of a pack; values stand as they are written in the table."""

from evidence.wording.language import N_
from evidence.wording.say import Message

FILES: dict[str, Message] = {
    "no such folder": N_("there is no such folder; a pack is a folder of CSV files"),
    "unreadable file": N_("the file cannot be read: {reason}"),
    "missing file": N_("the file is missing; a pack needs {needed:commas}"),
    "unknown file": N_("'{file}' is not a file of a pack{hint}"),
    "no rows": N_("the table has no rows; a pack needs at least one"),
    "empty file": N_("the file is empty, it needs a header row"),
    "file too large": N_("the file is larger than {megabytes:whole} MB"),
    "too many columns": (N_("the table has {n:whole} column"), N_("the table has {n:whole} columns")),
    "too many rows": N_("the table has more than {most:whole} rows; none of it was read"),
    "too many cells in the pack": N_(
        "with this table the pack has more than {most:whole} cells, counting every column a table may have; "
        "the table was not read"
    ),
    "row too long": N_(
        "the row that starts here has more than {most:whole} characters; a quotation mark may be missing; "
        "the table was not read"
    ),
    "UTF-16": N_("the file is UTF-16; save it as CSV in UTF-8"),
    "not UTF-8": N_(
        "the file is not UTF-8: near '{near}' the letter '{letter}' is written as in Latin-1 or Windows-1252; "
        "save the file as CSV in UTF-8"
    ),
    "separated by semicolons": N_("the columns are separated by semicolons"),
    "separated by tabs": N_("the columns are separated by tabs"),
    "unclosed quote": N_(
        "a quoted cell that starts in this row never ends; close it with a quotation mark; the rest of the file was not read"
    ),
    "stray quote": N_(
        'quotation marks inside a quoted cell must be doubled (""), and a comma must follow it; '
        "the rest of the file was not read"
    ),
    "column twice": N_("the column '{column}' occurs twice"),
    "unknown column": N_("'{column}' is not a column of this table{hint}"),
    "unnamed column": N_("column {place:cell} has no name"),
    "missing column": N_("the column '{column}' is missing; this table needs it"),
    "empty row": N_("the row is empty; delete it"),
    "too many cells": (
        N_(
            "the row has {n:whole} cell, the header has {header:whole}; "
            "a cell that contains a comma must stand in quotation marks"
        ),
        N_(
            "the row has {n:whole} cells, the header has {header:whole}; "
            "a cell that contains a comma must stand in quotation marks"
        ),
    ),
    "too few cells": (
        N_("the row has {n:whole} cell, the header has {header:whole}; cells that are not known stay empty between commas"),
        N_("the row has {n:whole} cells, the header has {header:whole}; cells that are not known stay empty between commas"),
    ),
    "missing key": N_("the key '{key}' is missing; a dataset needs it"),
    "key twice": N_("the key '{key}' occurs twice"),
    "unknown key": N_("'{key}' is not a known key{hint}"),
}

UPLOADS: dict[str, Message] = {
    "upload too large": N_("the upload is larger than {megabytes:whole} MB"),
    "nothing uploaded": N_("nothing was uploaded"),
    "upload of many files": (N_("{n:whole} file was uploaded"), N_("{n:whole} files were uploaded")),
    "ZIP with others": N_("a ZIP comes with other files"),
    "neither CSV nor ZIP": N_("is not a CSV file or a ZIP"),
    "ZIP too large": N_("the ZIP is larger than {megabytes:whole} MB"),
    "damaged ZIP": N_("is damaged or is not a ZIP; pack it again"),
    "ZIP of many files": (N_("the ZIP holds {n:whole} file"), N_("the ZIP holds {n:whole} files")),
    "path out of the ZIP": N_("the file's path leads out of the ZIP"),
    "link in the ZIP": N_("is a link to another file; put the file itself into the ZIP"),
    "encrypted in the ZIP": N_("is encrypted; make the ZIP without a password"),
    "unusual compression": N_("is compressed in an unusual way; make an ordinary ZIP (stored or deflated)"),
    "ZIP without tables": N_("the ZIP holds no CSV files"),
    "top of the ZIP": N_("the top"),
    "several folders": N_("the CSV files stand in {places}"),
    "file twice": N_("the ZIP holds this file twice"),
    "damaged in the ZIP": N_("is damaged or cut off inside the ZIP; pack it again"),
    "ZIP unpacks too large": N_("the ZIP unpacks to more than {megabytes:whole} MB"),
}

CELLS: dict[str, Message] = {
    "empty required cell": N_("the cell is empty; this column must be filled"),
    "cell too long": (
        N_("the cell has {n:whole} character; the longest allowed is {most:whole}"),
        N_("the cell has {n:whole} characters; the longest allowed is {most:whole}"),
    ),
    "only spaces": N_("the cell holds only spaces; leave it empty when the value is not known"),
    "hidden character": N_("the cell holds the invisible or control character {sign}; remove it"),
    "marked as missing": N_(
        "'{value}' is what programs write for a missing value; leave the cell empty when the value is not known"
    ),
    "marked as missing where needed": N_(
        "'{value}' is what programs write for a missing value; an empty cell would say so, but this column must be filled"
    ),
    "formula": N_("'{value}' starts with {sign}, which a spreadsheet runs as a formula; start the text with a word"),
    "spaces around": N_("'{value}' has spaces or line breaks around it; remove them"),
    "number too large": N_("'{value}' is too large to be a value"),
    "count too large": N_("'{value}' is too large to be a count"),
    "outside the range": N_("'{value}' is outside the range of this column"),
    "not a whole number": N_("'{value}' is not a whole number"),
    "not a number": N_("'{value}' is not a number"),
    "not a number: not known": N_("'{value}' is not a number; leave the cell empty when the value is not known"),
    "not a number: thousands separator": N_(
        "'{value}' is not a number; write it without a thousands separator, or with a decimal point if the comma was one"
    ),
    "not a number: decimal comma": N_("'{value}' is not a number; write a decimal point instead of the comma: {meant}"),
    "not a number: date": N_("'{value}' is not a number; it looks like a date a spreadsheet made from a number"),
    "not a number: percent sign": N_(
        "'{value}' is not a number; leave out the percent sign, the column says what the unit is"
    ),
    "not a number: bound": N_("'{value}' is not a number; a bound stays out and is told in the note"),
    "not a number: minus sign": N_("'{value}' is not a number; write the minus sign as a plain hyphen: {meant}"),
    "not a number: exponent": N_("'{value}' is not a number in plain form; write it out, without an exponent"),
    "not a number: unit": N_("'{value}' is not a number; leave out the unit, the column says what it is"),
    "not a year": N_("'{value}' is not a year"),
    "not a date": N_("'{value}' is not a date"),
    "no day of the calendar": N_("'{value}' is not a day of the calendar"),
    "implausible date": N_("'{value}' is not a plausible date"),
    "day number of a spreadsheet": N_("'{value}' is not a date; it looks like the day number of a spreadsheet"),
    "unknown word": N_("'{value}' is not a known value{hint}"),
    "not an identifier": N_("'{value}' cannot be an identifier"),
    "empty part": N_("'{value}' has an empty part"),
    "DOI as a link": N_("'{value}' is a link; write the DOI alone, from 10. on"),
    "not a DOI": N_("'{value}' is not a DOI"),
    "not a PubMed id": N_("'{value}' is not a PubMed id"),
    "not a secure link": N_("'{value}' is not a secure link"),
    "link that cannot be opened": N_("'{value}' is not a link that can be opened"),
}

MESSAGES: dict[str, Message] = FILES | UPLOADS | CELLS
