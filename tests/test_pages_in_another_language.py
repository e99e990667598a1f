"""Study, guidelines, claims and compounds in a language of altered letters: the same facts, and no English left."""

import re
from datetime import date
from html import unescape

import pytest

from evidence.claims.claims import SYMBOLS, by_section, omissions, read_claims, verdict_counts
from evidence.doses.converter import WEIGHED, conversions
from evidence.doses.lanes import dose_lanes
from evidence.doses.safety import safety_parts
from evidence.doses.statements import CAUTIONS, LIMITS, bioavailability, statements
from evidence.drawings.comparison import comparison_choice, comparison_table
from evidence.drawings.palette import LIGHT
from evidence.drawings.timeline import timeline_alt, timeline_figure
from evidence.facts.bottom_line import guidelines_say
from evidence.facts.glossary import SAME_IN_EVERY_LANGUAGE
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.guidelines.ledger import document_names, ledger_rows, read_and_unread
from evidence.guidelines.timeline import could_have_known, timeline, year_rows
from evidence.study.comparison import comparison_of
from evidence.study.order import study_choices
from evidence.study.page import all_readings, study_page
from evidence.vocabulary.columns import columns_of
from evidence.vocabulary.fact import fact
from evidence.wording.html import render
from evidence.wording.language import ENGLISH, speaking
from evidence.wording.say import say
from tests.pseudo import ALTERED, Pseudo, undone

TODAY = date(2026, 11, 25)
NAMES = {*SAME_IN_EVERY_LANGUAGE, "RoB", "JBI"}
"""Names that every language keeps."""
BETWEEN = re.compile(r"[,;:(\u00b7\u2026]")
"""What stands between texts of the data that are told one after the other; \u2026 ends a name that was cut."""
EDGES = " .,;:()[]\u00b7\u2212%/0123456789+\u00d7!?"
STUDY_PARTS = ("study_head.html", "study_facts.html", "study_results.html", "study_quality.html", "study_bears.html")


def study_html(view):
    html = [render("study_chooser.html", studies=study_choices(view.study_rows, view))]
    for each in view.pack.rows.studies:
        page = study_page(each.study_id, view)
        html += [render(part, page=page) for part in STUDY_PARTS]
        html.append(render("readings.html", readings=all_readings(each.study_id, view)))
    return html


def compare_html(view):
    every = tuple(each.study_id for each in view.pack.rows.studies)
    sets = [every[place : place + 3] for place in range(0, len(every) - 1, 2)]
    return [
        *(comparison_table(comparison_of(each, view), view) for each in sets),
        *(comparison_choice(every[:n], view) for n in range(3)),
    ]


def guidelines_html(view):
    line, names = timeline(view, TODAY), document_names(view)
    read, rest = read_and_unread(ledger_rows(view, TODAY))
    groups = [(fact("documents read", n=len(read)), read), (fact("documents not read", n=len(rest)), rest)]
    return [
        render("timeline_notes.html", line=line),
        render("year_table.html", rows=year_rows(line)),
        render("guideline_list.html", said=guidelines_say(view.pack), groups=groups, chosen=None),
        *(
            render(
                "seen_from.html",
                name=names[each.guideline_id],
                document=each,
                parts=could_have_known(each, line.publications),
            )
            for each in line.documents
        ),
    ]


def claims_html(view):
    claims = read_claims(view.pack, view.selection)
    counts = [(verdict, n, SYMBOLS[verdict]) for verdict, n in verdict_counts(claims).items()]
    sections = [*by_section(claims).items(), ("", omissions(claims))]
    return [
        render("verdict_strip.html", counts=counts),
        render("claims_apart.html", claims=[each for each in claims if each.parts_from_evidence]),
        *(render("claim_card.html", each=each, chosen=False) for each in claims),
        *(render("claim_table.html", heading=name, headings=[""] * 4, claims=rows) for name, rows in sections),
    ]


def compounds_html(view):
    parts = safety_parts(view.pack)
    return [
        render("jumps.html", parts=parts, after=[]),
        render("safety.html", parts=parts),
        render("dose_lanes.html", drawing=dose_lanes(view)),
        render("statements.html", groups=statements(view.pack, (*LIMITS, *CAUTIONS))),
        render("bioavailability.html", compounds=bioavailability(view.pack)),
        *(render("conversions.html", rows=conversions(250, each, view.pack), weighed=each) for each in WEIGHED),
    ]


ROOMS = {
    "study": study_html,
    "compare": compare_html,
    "guidelines": guidelines_html,
    "claims": claims_html,
    "compounds": compounds_html,
}


def texts(html):
    """What a reader sees or hears: the text between tags, and labels in attributes."""
    found = [*re.split(r"<[^>]*>", html), *re.findall(r'(?:aria-label|title)="([^"]*)"', html)]
    return [" ".join(unescape(each).split()) for each in found if each.strip()]


def unaltered(html, pack):
    """The pieces of plain letters that are neither a text of the data nor a name."""
    cells, words = {""}, set()
    for table, rows in pack.tables.items():
        for name, rule in columns_of(table).items():
            words |= set(rule.words)
            if not rule.words and name in rows:
                cells |= {" ".join(str(cell).split()) for cell in rows[name].dropna()}
    data, words = "\n".join(cells).lower(), words - cells
    longest_first = sorted((cell for cell in cells if len(cell) > 3), key=len, reverse=True)

    def strange(piece):
        return re.search("[A-Za-z]", piece) and piece not in NAMES and (piece in words or piece.lower() not in data)

    left = set()
    for run in {run for text in texts(html) for run in re.split(rf"[{ALTERED}]", text)}:
        if strange(run.strip(EDGES)):
            for cell in longest_first:
                run = run.replace(cell, ";")
            left |= {piece.strip(EDGES) for piece in BETWEEN.split(run) if strange(piece.strip(EDGES))}
    return left


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("name", ["shipped", "headache"])
def test_every_word_but_those_of_the_data_is_of_the_language(room, name, request):
    pack = request.getfixturevalue(name)
    view = evidence_in_view(pack, Selection())
    english = ROOMS[room](view)
    with speaking(Pseudo()):
        other = ROOMS[room](view)
    assert [undone(each) for each in other] == english
    assert unaltered("".join(other), pack) == set()


def made(view):
    """What the rooms decide, before any of it is said."""
    pack = view.pack
    return [
        *(study_page(each.study_id, view) for each in pack.rows.studies),
        *(all_readings(each.study_id, view) for each in pack.rows.studies),
        timeline(view, TODAY),
        year_rows(timeline(view, TODAY)),
        ledger_rows(view, TODAY),
        read_claims(pack, view.selection),
        dose_lanes(view),
        safety_parts(pack),
        statements(pack, (*LIMITS, *CAUTIONS)),
        bioavailability(pack),
        conversions(250, "salt", pack),
    ]


@pytest.mark.parametrize("name", ["shipped", "headache", "bcg"])
def test_no_fact_depends_on_the_language(name, request):
    pack = request.getfixturevalue(name)
    english = made(evidence_in_view(pack, Selection()))
    with speaking(Pseudo()):
        assert made(evidence_in_view(pack, Selection())) == english


def test_the_time_axis_is_captioned_in_the_language(shipped):
    line = timeline(evidence_in_view(shipped, Selection()), TODAY)
    with speaking(Pseudo()):
        figure, alt = timeline_figure(line, LIGHT, line.documents[3]), timeline_alt(line)
    assert not re.search(r"[A-Za-z]", alt)
    captions = [each["text"] for each in figure["layout"]["annotations"]]
    assert [undone(each) for each in captions] == ["Guidelines", "Studies in view", f"after {line.documents[3].name}"]
    assert not any(re.search("[a-z]", each) for each in captions[:2])


def test_a_label_within_a_sentence_begins_small_but_for_abbreviations():
    assert ENGLISH.inside("Mean age") == "mean age" and ENGLISH.inside("DOI") == "DOI"
    assert say(fact("documents read", n=1)) == "1 document whose position was read"
