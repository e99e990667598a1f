"""The command line: `python -m evidence check|effects|pool|export|datapackage [PACK] [filters]`.

Every module of evidence.commands that has `add_arguments` and `run` is a subcommand of its own name.
Exit status: 0 done, 1 the pack has problems, 2 the command was not understood.
"""

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from types import ModuleType

from evidence import commands
from evidence.commands.filters import UnknownValue
from evidence.problems import PackError


def subcommands() -> dict[str, ModuleType]:
    """The modules of evidence.commands that can run, by name in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(commands.__path__))
    modules = {name: importlib.import_module(f"evidence.commands.{name}") for name in names}
    return {name: module for name, module in modules.items() if hasattr(module, "run")}


def parser() -> argparse.ArgumentParser:
    """The parser of all subcommands; each help text is the first line of the subcommand's module."""
    whole = argparse.ArgumentParser(prog="python -m evidence", description="Work with an evidence pack.")
    choices = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module in subcommands().items():
        said = (module.__doc__ or name).strip().splitlines()[0]
        module.add_arguments(choices.add_parser(name, help=said, description=said))
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit status; problems go to the error stream."""
    chosen = parser().parse_args(arguments)
    try:
        return int(subcommands()[chosen.command].run(chosen))
    except PackError as error:
        print(error, file=sys.stderr)
        return 1
    except UnknownValue as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


if __name__ == "__main__":
    sys.exit(main())
