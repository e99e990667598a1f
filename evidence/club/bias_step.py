"""Risk of bias in a session: domain by domain for one study; for a view, tool by tool."""

from evidence.club.references import direct_first
from evidence.club.session_parts import Grid, Option, Part, Step, Words, labels, shortened
from evidence.facts.marks import Mark, Marks, all_marks
from evidence.facts.view import View
from evidence.vocabulary.fact import fact
from evidence.vocabulary.tools import DOMAINS, TOOLS, domain_question

CHECKLIST = TOOLS["JBI case report"]
MOST_NUMBERED = 6
"""Domains of a tool without an order of its own that can be chosen from."""


def bias_step(view: View, study_id: str) -> Step:
    """How far the study, or the studies in view, can be trusted."""
    every = all_marks(view.pack)
    if study_id:
        ours = every[study_id]
        if not ours.tool:
            return Step("bias", (fact("no appraisal"),))
        parts = tuple(_domain_part(ours.tool, mark) for mark in ours.drawn)
        return Step("bias", (fact("risk of bias by tool", tool=ours.tool),), parts=parts)
    citations = {study.study_id: study.citation for study in direct_first(view.study_rows)}
    marks = {study: every[study] for study in citations}
    tools = dict.fromkeys(tool for tool, _, _ in marks.values() if tool)
    parts = tuple(
        _tool_part(tool, {citations[study]: each for study, each in marks.items() if each.tool == tool}) for tool in tools
    )
    missing = [citations[study] for study, (tool, _, _) in marks.items() if not tool]
    return Step("bias", (fact("not appraised", studies=shortened(missing)),) if missing else (), parts=parts)


def judged(mark: Mark) -> Words:
    """A judgement with its symbol, or alone when it has none."""
    word = fact("word", word=mark.judgement)
    return (mark.symbol, word) if mark.symbol else word


def _domain_part(tool: str, mark: Mark) -> Part:
    return Part(
        mark.domain,
        fact("word in front", word=mark.domain),
        domain_question(mark.domain),
        tuple(Option(each.word, fact("word", word=each.word)) for each in TOOLS.get(tool, CHECKLIST).own),
        (judged(mark), mark.rationale or fact("no reason given")),
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
