"""Write the evidence in view to a file: the same bytes as the download button of the app."""

import argparse
import sys
from pathlib import Path

from evidence.commands.filters import add_filters, add_pack, chosen_pack, chosen_selection
from evidence.downloads.about import in_view
from evidence.downloads.converted import CONVERTED, converted
from evidence.downloads.converter import NotConvertedError
from evidence.downloads.deck_master import using_template
from evidence.downloads.exports import FORMATS, export
from evidence.facts.view import evidence_in_view
from evidence.wording.say import say, tr


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `export`."""
    add_pack(parser)
    parser.add_argument("--format", required=True, choices=(*FORMATS, *CONVERTED), help="what to write")
    parser.add_argument("--output", required=True, metavar="FILE", help="file to write; a folder, or - for standard output")
    parser.add_argument(
        "--template", default="", metavar="FILE", help="PPTX or POTX whose layouts and theme the slides take"
    )
    add_filters(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say on the error stream what is in it; 1 when it cannot be made or written."""
    pack = chosen_pack(arguments)
    view = evidence_in_view(pack, chosen_selection(arguments, pack))
    try:
        with using_template(arguments.template):
            download = (converted if arguments.format in CONVERTED else export)(view, arguments.format)
    except NotConvertedError as error:
        print(say(error.why), file=sys.stderr)
        return 1
    if arguments.output == "-":
        sys.stdout.buffer.write(download.content)
        return 0
    place = Path(arguments.output)
    if place.is_dir():
        place = place / download.file_name
    try:
        place.write_bytes(download.content)
    except OSError as error:
        print(tr("{place} cannot be written: {reason}", place=place, reason=error.strerror), file=sys.stderr)
        return 1
    print(f"{place}: {in_view(view)}", file=sys.stderr)
    return 0
