"""The command line: `python -m evidence check|effects|pool|export|diff|agree|datapackage [PACK] [filters]`.

Every module of evidence.commands with `add_arguments` and `run` is a subcommand of its own name.
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
from evidence.packs.problems import PackError
from evidence.wording.problems import problem_lines

SHARED = ("filters", "two_packs")
"""Modules of evidence.commands that subcommands share."""


def names() -> list[str]:
    """The names of the subcommands, in alphabetical order."""
    return sorted(module.name for module in pkgutil.iter_modules(commands.__path__) if module.name not in SHARED)


def subcommand(name: str) -> ModuleType:
    """The module of a subcommand."""
    return importlib.import_module(f"evidence.commands.{name}")


def parser(wanted: Sequence[str]) -> argparse.ArgumentParser:
    """The parser for these subcommands; each help text is the first line of the subcommand's module."""
    whole = argparse.ArgumentParser(prog="python -m evidence", description="Work with an evidence pack.")
    choices = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in wanted:
        module = subcommand(name)
        said = (module.__doc__ or name).strip().splitlines()[0]
        module.add_arguments(choices.add_parser(name, help=said, description=said))
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit status; problems go to the error stream."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    every = names()
    # Only the subcommand asked for is loaded: check must not wait for the libraries that export needs.
    chosen = parser(given[:1] if given[:1] and given[0] in every else every).parse_args(given)
    try:
        return int(subcommand(chosen.command).run(chosen))
    except PackError as error:
        print(problem_lines(error.problems), file=sys.stderr)
        return 1
    except UnknownValue as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


if __name__ == "__main__":
    sys.exit(main())
