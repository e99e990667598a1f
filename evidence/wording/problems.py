"""A problem of a pack in words: as a line of the command line, and in the parts that a table of problems shows."""

from collections.abc import Iterable

from evidence.packs.problems import Problem
from evidence.vocabulary.fact import Fact, fact
from evidence.wording.say import say


def problem_message(problem: Problem) -> Fact:
    """What is wrong; a warning is named as one."""
    return problem.message if problem.severity == "error" else fact("problem as a warning", message=problem.message)


def problem_text(problem: Problem) -> str:
    """One line: file:line:column: what is wrong; allowed: what is allowed."""
    place = f"{problem.file}:{problem.line}:{problem.column}"
    if problem.allowed is None:
        return say(fact("problem", place=place, message=problem_message(problem)))
    message = problem_message(problem)
    return say(fact("problem with what is allowed", place=place, message=message, allowed=problem.allowed))


def problem_lines(problems: Iterable[Problem]) -> str:
    """Problems as lines, in their order."""
    return "\n".join(map(problem_text, problems))
