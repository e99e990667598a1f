"""The minutes of a journal club: what was asked and answered, what the data say, what is open; safe, and without names."""

import html
import re
import subprocess

import pytest
from markdown_it import MarkdownIt

from evidence.__main__ import main
from evidence.addresses import asked_at
from evidence.club.session import FULL_TEXT, session_of
from evidence.downloads.converter import BROWSER, pdf_of
from evidence.downloads.handout import handout
from evidence.downloads.minutes import minutes, minutes_markdown
from evidence.facts.selection import Selection
from evidence.facts.view import evidence_in_view
from evidence.facts.wanted import wanted_values
from evidence.packs.pack import read_pack
from evidence.rooms.minutes import minutes_of
from evidence.wording.language import speaking
from evidence.wording.markdown import in_markdown, link
from evidence.wording.say import say
from tests.answered import answered
from tests.conftest import ROOT, means, small_pack
from tests.pseudo import Pseudo, undone

HERE = "https://evidence.example.org"
NASTY = (
    "[click](https://bad.example) <https://bad.example> <script>alert(1)</script> ![x](https://bad.example/x.png) "
    "https://bad.example www.bad.example | `code` **bold** &lt;b&gt; # head\n- list"
)
PACKS = ("data", "examples/bcg", "tests/packs/headache", "tests/packs/mixed")


def shown(page: str) -> str:
    """The text of a page without its tags."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.S)))


def rendered(markdown: bytes) -> str:
    """Markdown as a program for it shows it, which allows HTML and tables."""
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown.decode())


@pytest.fixture(params=["whole view", "one study"])
def session(request, shipped):
    study = "Jadidi2022" if request.param == "one study" else ""
    return session_of(evidence_in_view(shipped, Selection()), study)


def test_page_and_markdown_hold_question_votes_take_home_open_questions_link_and_version(session):
    with asked_at(HERE):
        seen = answered(session)
        both = [
            shown(minutes(session, seen, "2026-11-26").decode()),
            shown(rendered(minutes_markdown(session, seen, "2026-11-26"))),
        ]
    for said in both:
        assert "Journal club, 26 November 2026" in said
        assert session.title in said
        assert ("The evidence is very uncertain" in said) == (not session.study_id), "that is said of all studies"
        assert ("Nothing to plot: no usable effect estimate was read." in said) == bool(session.study_id)
        assert "After this, would you offer magnesium? Before After Yes 5 6 For some patients 6 7" in said
        assert "What will you say to the next patient who asks?" in said
        if session.study_id:
            assert "number of people of each group: RLS severity, scale not named (week 4.35 and 8.7); Sleep quality" in said
        else:
            assert "Jadidi 2022: RLS severity, scale not named, week 8.7: mean, SD and number of people" in said
        assert "Data 2026.2, last search 2026-11-25" in said and "no filter; r = 0.5" in said
        assert "Not for: kidney function below 30 mL/min" in said
    assert f'href="{HERE}/' in minutes(session, seen).decode() or HERE in both[0]


def test_the_title_of_a_study_and_how_far_it_was_read_do_not_run_into_each_other(shipped):
    session = session_of(evidence_in_view(shipped, Selection()), "Jadidi2022")
    title, read = "a randomized controlled clinical trial", "Read as: abstract."
    for page in (minutes(session), handout(session)):
        assert f"{title} · {read}" in page.decode()
    assert f"{title}\n\n{read}" in minutes_markdown(session).decode()


def test_what_to_look_up_of_one_study_is_said_in_the_words_of_its_step_and_every_gap_counts(shipped):
    for study in shipped.rows.studies:
        session = session_of(evidence_in_view(shipped, Selection()), study.study_id)
        made = minutes_of(session)
        gaps = [each for each in wanted_values(shipped) if each.about == study.citation]
        if not gaps:
            assert (made.wanted, made.more_wanted) == ((), 0)
            continue
        (grid,) = session.step(FULL_TEXT).grids
        told = [say(row[0]) for row in grid.rows]
        assert [say(each.what) for each in made.wanted] == told[: len(made.wanted)]
        reasons = {each.why for each in made.wanted}
        assert len(reasons) == len(made.wanted)
        assert made.more_wanted == sum(each.why not in reasons for each in gaps)
        if made.only_place:
            told = shown(minutes(session).decode()), minutes_markdown(session).decode()
            assert all(f"{study.citation}: {say(made.wanted[0].what)}" not in each for each in told)
            assert say(made.wanted[0].what)[1:] in told[0]


def test_phones_and_hands_are_added_up_and_bias_stands_domain_by_domain_beside_the_data(shipped):
    session = session_of(evidence_in_view(shipped, Selection()), "Jadidi2022")
    said = shown(minutes(session, answered(session)).decode())
    assert "Low Some concerns High No information The data" in said
    assert "Missing outcome data 5 6 7 8" in said
    assert "Phones and hands are added up. Nobody is named." in said


def test_without_votes_it_says_so_and_the_command_line_writes_it(tmp_path):
    for kind in ("minutes", "minutes-md"):
        assert main(["export", "data", "--format", kind, "--outcome", "IRLS", "--output", str(tmp_path / kind)]) == 0
        said = (tmp_path / kind).read_text(encoding="utf-8")
        assert "No votes were counted." in said and "outcome: IRLS" in said
        assert "?version=" not in said, "no half a link"


@pytest.mark.parametrize("folder", PACKS)
def test_with_every_vote_it_is_one_page_of_a4_or_letter_for_every_study_and_for_all_of_them(folder):
    pack = read_pack(ROOT / folder)
    narrowed = Selection(design=kinds(pack, "design"), compound=kinds(pack, "compound"), condition=kinds(pack, "condition"))
    views = [evidence_in_view(pack, each) for each in (Selection(), narrowed)]
    with asked_at(HERE):
        sessions = [session_of(view, about) for view in views for about in ("", *pack.studies["study_id"])]
        made = [minutes(each, answered(each), "2026-11-26").decode() for each in sessions]
    for paper in ("A4", "letter"):
        told = pages_of(made, paper)
        assert [page for page in told if "Journal club, 26 November 2026" not in page] == []
        assert len(told) == len(made)


def kinds(pack, column: str) -> tuple[str, ...]:
    """Up to four values of a filter, so that an address is long."""
    return tuple(sorted(set(pack.studies[column])))[:4]


def pages_of(files: list[str], paper: str) -> list[str]:
    """The text of every sheet of this paper when the files are printed one after the other, each from a new sheet on."""
    head = files[0].split("<body>")[0]
    assert head.count("size: A4;") == 1
    bodies = [re.search("<body>(.*)</body>", each, re.S)[1] for each in files]
    sheets = "".join(f'<div style="break-before: page">{each}</div>' for each in bodies)
    pdf = pdf_of(f"{head.replace('size: A4;', f'size: {paper};')}<body>{sheets}".encode(), BROWSER)
    text = subprocess.run(["pdftotext", "-", "-"], input=pdf, check=True, capture_output=True).stdout.decode()
    return text.split("\f")[:-1]


@pytest.mark.parametrize("folder", PACKS)
def test_every_vote_stands_in_page_and_markdown(folder):
    pack = read_pack(ROOT / folder)
    for about in ("", *pack.studies["study_id"]):
        session = session_of(evidence_in_view(pack, Selection()), about)
        seen = answered(session)
        votes = minutes_of(session, seen).votes
        told = sorted(str(n) for each in votes for row in each.rows for n in row.counts)
        asked = sum(len(options) for options in seen.votes.values())
        assert len(told) == asked
        assert sorted(re.findall(r"<td>(\d+)</td>", minutes(session, seen).decode())) == told
        markdown = rendered(minutes_markdown(session, seen))
        assert sorted(re.findall(r'<td style="text-align:right">(\d+)</td>', markdown)) == told


def test_what_is_left_out_to_look_up_is_counted_and_linked_to_its_list_where_an_address_is_known(shipped):
    session = session_of(evidence_in_view(shipped, Selection()), "")
    more = minutes_of(session).more_wanted
    with asked_at(HERE):
        both = minutes(session).decode(), rendered(minutes_markdown(session))
    for page in both:
        ((address, words),) = re.findall(r'<a href="([^"]*part=wanted)"[^>]*>([^<]*)</a>', page)
        assert address.startswith(f"{HERE}/data?version=") and html.unescape(words) == f'{more} more on the page "Data"'
    for page in (minutes(session).decode(), rendered(minutes_markdown(session))):
        assert "part=wanted" not in page and f'{more} more on the page "Data"' in html.unescape(page)


def test_a_pack_that_means_ill_makes_neither_link_nor_html_nor_picture():
    texts = {"citation": NASTY, "title": NASTY, "population": NASTY, "comparator": NASTY, "journal": NASTY}
    pack = small_pack([{"study_id": "A2001", **texts}], [means("a", "A2001", 3, 5)], outcomes=[NASTY_OUTCOME])
    session = session_of(evidence_in_view(pack, Selection()), "A2001")
    written = minutes_markdown(session, answered(session))
    made = rendered(written)
    assert not re.search(r"<(a|script|img|code|h3)\b", made)
    assert made.count("<h1>") == 1 and made.count("<h2>") == 4
    assert html.escape(NASTY.split("\n")[0], quote=False)[:60] in made.replace("&quot;", '"')
    bare = re.sub(r"\\.", "", written.decode())
    assert "://" not in bare and "www." not in bare
    page = minutes(session, answered(session)).decode()
    assert "<script" not in page and "<img" not in page and "<a " not in page


NASTY_OUTCOME = {
    "outcome": "pain",
    "label": "1. Pain | <b>score</b>",
    "domain": "pain",
    "better": "lower",
    "measure": "MD",
    "measured_by": "patient report",
}


@pytest.mark.parametrize(
    "text", [NASTY, "1. first", "- item", "# head", "=== under", "> said", "+ plus", "a\n\n    code", "~~~"]
)
def test_any_value_is_shown_as_it_is(text):
    assert rendered(in_markdown(text).encode()) == f"<p>{html.escape(' '.join(text.split()))}</p>\n".replace("&#x27;", "'")


def test_a_link_leads_to_the_web_and_nothing_ends_it_early():
    assert link("a [b]", "https://doi.org/10.1/x(1)") == "a \\[b\\]"
    assert (
        rendered(link("a [b]", "https://doi.org/10.1/x").encode()) == '<p><a href="https://doi.org/10.1/x">a [b]</a></p>\n'
    )
    assert link("x", "javascript:alert(1)") == "x"


def test_no_english_is_left_in_another_language(session):
    ours = minutes_markdown(session, answered(session)).decode()
    with speaking(Pseudo()):
        other = minutes_markdown(session, answered(session)).decode()
        page = minutes(session, answered(session)).decode()
    assert undone(other) == ours
    for word in ("Votes", "Take-home", "Open questions", "Links", "The data"):
        assert word not in shown(page) and f"## {word}" not in other


def test_the_same_votes_give_the_same_bytes_and_a_day_stands_in_it_only_when_given(session):
    seen = answered(session)
    assert minutes(session, seen) == minutes(session, seen) and minutes_markdown(session, seen) == minutes_markdown(
        session, seen
    )
    assert "Journal club," not in shown(minutes(session, seen).decode())
