"""Risk of bias in a session: domain by domain for one study; for a view, tool by tool."""

from collections.abc import Iterator, Sequence

from evidence.club.references import direct_first
from evidence.club.session_parts import Grid, Option, Part, Step, Words, labels, shortened, word_options
from evidence.facts.marks import Mark, Marks, all_marks
from evidence.facts.view import View
from evidence.vocabulary.fact import Fact, fact
from evidence.vocabulary.signalling import signalling_questions
from evidence.vocabulary.tools import DOMAINS, NO_INFORMATION, OVERALL, TOOLS, domain_question

CHECKLIST = TOOLS["JBI case report"]
Judged = tuple[str, Marks]
"""A study as it is named, with its judgements; two studies may have one name."""


def bias_step(view: View, study_id: str, short: bool = False) -> Step:
    """How far the study, or the studies in view, can be trusted.

    short: one study in one question about all its domains; of several tools that with most studies alone, and it says so.
    """
    if study_id:
        return _of_study(all_marks(view.pack)[study_id], short)
    every = all_marks(view.pack)
    marks = [(study.citation, every[study.study_id]) for study in direct_first(view.study_rows)]
    by_tool: dict[str, list[Judged]] = {}
    for study, each in marks:
        if each.tool:
            by_tool.setdefault(each.tool, []).append((study, each))
    missing = [study for study, each in marks if not each.tool]
    said: tuple[Words, ...] = (fact("not appraised", studies=shortened(missing)),) if missing else ()
    if short and len(by_tool) > 1:
        most = max(by_tool, key=lambda tool: len(by_tool[tool]))
        said += (fact("tools of the long version", tools=tuple(tool for tool in by_tool if tool != most)),)
        by_tool = {most: by_tool[most]}
    return Step("bias", said, parts=tuple(part for tool, each in by_tool.items() for part in _tool_parts(tool, each)))


def _of_study(ours: Marks, short: bool) -> Step:
    if not ours.tool:
        return Step("bias", (fact("no appraisal"),))
    if not short:
        parts = tuple(_domain_part(ours.tool, mark) for mark in ours.drawn)
        return Step("bias", (fact("risk of bias by tool", tool=ours.tool),), parts=parts)
    rows = tuple(
        (fact("word in front", word=mark.domain), judged(mark), mark.rationale or fact("no reason given"))
        for mark in ours.drawn
    )
    name = fact("risk of bias by tool", tool=ours.tool)
    grid = Grid("bias", name, labels("domain", "our judgement", "why"), rows)
    domains = tuple(Option(mark.domain, fact("word in front", word=mark.domain)) for mark in ours.domains)
    part = Part(ours.tool, name, fact("which domain of the study worries"), domains, grid=grid)
    return Step("bias", parts=(part,))


def judged(mark: Mark) -> Words:
    """A judgement with its symbol, or alone when it has none."""
    word = fact("word", word=mark.judgement)
    return (mark.symbol, word) if mark.symbol else word


def _domain_part(tool: str, mark: Mark) -> Part:
    """A domain with what to check before it is judged; an item of a checklist is a question itself."""
    questions = tuple(fact("word", word=each) for each in signalling_questions(tool, mark.domain))
    is_item = not TOOLS.get(tool, CHECKLIST).domains and len(questions) == 1
    words = (*(each.word for each in TOOLS.get(tool, CHECKLIST).own), NO_INFORMATION.word)
    return Part(
        mark.domain,
        fact("word in front", word=mark.domain),
        questions[0] if is_item else domain_question(mark.domain),
        word_options(words),
        (judged(mark), mark.rationale or fact("no reason given")),
        checks=() if is_item else questions,
        note=fact("no signalling questions") if mark.domain != OVERALL and not questions else "",
    )


def _tool_parts(tool: str, marks: Sequence[Judged]) -> Iterator[Part]:
    """The studies judged with a tool: in one question, or of free domains in one for all that have the same."""
    alike: dict[frozenset[str], list[Judged]] = {}
    for study, each in marks:
        alike.setdefault(frozenset(mark.domain for mark in each.domains), []).append((study, each))
    for number, group in enumerate(alike.values(), start=1):
        yield _tool_part(tool, group, tool if number == 1 else f"{tool} {number}")


def _tool_part(tool: str, marks: Sequence[Judged], key: str) -> Part:
    """Which domain worries the room most, with a row for each study; domains stand in the table by their number."""
    domains = tuple(mark.domain for mark in marks[0][1].domains)
    numbered = tuple(fact("numbered domain", number=number, domain=domain) for number, domain in enumerate(domains, start=1))
    in_all = any(each.has_overall for _, each in marks)
    rows = tuple((study, *_row(domains, each), *([judged(each.overall)] if in_all else [])) for study, each in marks)
    named = tuple(fact("word", word=domain) for domain in domains) if tool in DOMAINS else numbered
    numbers: tuple[Words, ...] = tuple(map(str, range(1, len(domains) + 1)))
    headings = (*labels("study"), *numbers, *(labels("all in all") if in_all else ()))
    return Part(
        key,
        tool,
        fact("which domain worries", n=len(rows)),
        tuple(Option(domain, words) for domain, words in zip(domains, named, strict=True)),
        (fact("domains by number", domains=numbered), *_signs(tool, marks)),
        Grid("bias", fact("risk of bias by tool", tool=tool), headings, rows),
    )


def _row(domains: tuple[str, ...], marks: Marks) -> Iterator[Words]:
    """The sign of each domain; the word where a judgement has none."""
    own = {mark.domain: mark for mark in marks.domains}
    for domain in domains:
        yield own[domain].symbol or fact("word", word=own[domain].judgement)


def _signs(tool: str, marks: Sequence[Judged]) -> Iterator[Fact]:
    """What the signs in a table stand for, in the order of the tool."""
    used = {mark.judgement for _, each in marks for mark in each.drawn}
    signs = [each for each in TOOLS[tool].judgements if each.symbol and each.word in used]
    if signs:
        yield fact(
            "signs", signs=tuple(fact("sign and judgement", symbol=each.symbol, judgement=each.word) for each in signs)
        )
