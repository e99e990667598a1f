"""Risk of bias in a session: domain by domain for one study; for a view, tool by tool."""

from evidence.club.references import direct_first
from evidence.club.session_parts import Grid, Option, Part, Step, Words, labels, shortened, word_options
from evidence.facts.marks import Mark, Marks, all_marks
from evidence.facts.view import View
from evidence.vocabulary.fact import fact
from evidence.vocabulary.signalling import signalling_questions
from evidence.vocabulary.tools import DOMAINS, NO_INFORMATION, OVERALL, TOOLS, domain_question

CHECKLIST = TOOLS["JBI case report"]
MOST_NUMBERED = 6
"""Domains of a tool without an order of its own that can be chosen from."""


def bias_step(view: View, study_id: str, short: bool = False) -> Step:
    """How far the study, or the studies in view, can be trusted.

    short: one study in one question about all its domains; of several tools that with most studies alone, and it says so.
    """
    if study_id:
        return _of_study(all_marks(view.pack)[study_id], short)
    citations = {study.study_id: study.citation for study in direct_first(view.study_rows)}
    every = all_marks(view.pack)
    marks = {study: every[study] for study in citations}
    by_tool: dict[str, dict[str, Marks]] = {}
    for study, each in marks.items():
        if each.tool:
            by_tool.setdefault(each.tool, {})[citations[study]] = each
    missing = [citations[study] for study, (tool, _, _) in marks.items() if not tool]
    said: tuple[Words, ...] = (fact("not appraised", studies=shortened(missing)),) if missing else ()
    if short and len(by_tool) > 1:
        most = max(by_tool, key=lambda tool: len(by_tool[tool]))
        said += (fact("tools of the long version", tools=tuple(tool for tool in by_tool if tool != most)),)
        by_tool = {most: by_tool[most]}
    return Step("bias", said, parts=tuple(_tool_part(tool, each) for tool, each in by_tool.items()))


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


def _tool_part(tool: str, marks: dict[str, Marks]) -> Part:
    """Which domain worries the room most, with a row for each study; domains stand in the table by their number."""
    _, first, _ = next(iter(marks.values()))
    domains = tuple(mark.domain for mark in first)
    numbered = tuple(fact("numbered domain", number=number, domain=domain) for number, domain in enumerate(domains, start=1))
    in_all = any(each.has_overall for each in marks.values())
    rows = tuple(
        (study, *(mark.symbol or fact("word", word=mark.judgement) for mark in own), *([judged(overall)] if in_all else []))
        for study, (_, own, overall) in marks.items()
        if len(own) == len(domains)
    )
    named = tuple(fact("word", word=domain) for domain in domains) if tool in DOMAINS else numbered[:MOST_NUMBERED]
    numbers: tuple[Words, ...] = tuple(map(str, range(1, len(domains) + 1)))
    headings = (*labels("study"), *numbers, *(labels("all in all") if in_all else ()))
    return Part(
        tool,
        tool,
        fact("which domain worries", n=len(rows)),
        tuple(Option(domain, words) for domain, words in zip(domains, named, strict=False)),
        (fact("domains by number", domains=numbered),),
        Grid("bias", fact("risk of bias by tool", tool=tool), headings, rows),
    )
