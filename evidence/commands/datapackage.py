"""Write the Frictionless description of a pack (datapackage.json) into its folder."""

import argparse
from pathlib import Path

from evidence.commands.filters import add_pack, chosen_pack, pack_folder
from evidence.packs.datapackage import FILE, datapackage_text, pack_files


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `datapackage`."""
    add_pack(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say where; a pack with errors raises PackError and is left as it is."""
    folder = Path(pack_folder(arguments))
    text = datapackage_text(chosen_pack(arguments), pack_files(folder))
    (folder / FILE).write_text(text, encoding="utf-8")
    print(folder / FILE)
    return 0
