"""A reader who does anything at random, and what must be true after each step whatever it was."""

from dataclasses import dataclass, field
from random import Random
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from evidence.facts.selection import FILTER_NAMES, read_selection
from evidence.facts.view import evidence_in_view
from evidence.packs.pack import Pack
from tests.browser.reader import rests

KINDS = {
    "link": (5, ".stMain .stHtml a[href], .stSidebar .stHtml a[href]"),
    "filter": (4, '.stSidebar [data-testid="stButtonGroup"] button'),
    "choice": (2, '.stMain [data-testid="stButtonGroup"] button, .stMain [data-testid="stCheckbox"] label'),
    "fold": (2, ".stMain summary, .stSidebar summary"),
    "button": (3, ".stMain .stButton button"),
    "select": (2, '[data-testid="stSelectbox"] input, [data-testid="stMultiSelect"] input'),
    "number": (1, '.stMain [data-testid="stNumberInput"] input'),
    "slider": (1, '.stSidebar [role="slider"], .stSidebar input[type="range"]'),
}
"""What a reader can do on a page: how often it is done, and where it is found."""
ANYWHERE = {"back": 3, "forward": 2, "reload": 1, "key": 2}
KEYS = ("ArrowRight", "ArrowLeft", "PageDown", "Escape")
PILLS = ("design", "condition", "directness", "compound")

FIND = """(kinds) => {
    window.offered = {};
    const seen = (each) => each.getBoundingClientRect().height > 0 && !each.disabled
        && getComputedStyle(each).visibility !== "hidden";
    const inside = (each) => !each.href || (new URL(each.href).origin === location.origin && !each.hasAttribute("download")
        && !each.href.includes("/api/") && !each.href.includes("#") && each.target !== "_blank");
    const light = (each) => !each.closest(".st-key-club_build") && each.getAttribute("aria-checked") !== "true";
    for (const [kind, where] of Object.entries(kinds)) {
        const found = [...document.querySelectorAll(where)].filter((each) => seen(each) && inside(each) && light(each));
        if (found.length) window.offered[kind] = found;
    }
    return Object.fromEntries(Object.entries(window.offered).map(([kind, found]) => [kind, found.length]));
}"""
NAME = """([kind, n]) => {
    const each = window.offered[kind][n];
    return (each.innerText || each.getAttribute("aria-label") || "").trim().slice(0, 40);
}"""
CLICK = "([kind, n]) => window.offered[kind][n].click()"
LEADS_TO = "() => window.offered.link.map((each) => new URL(each.href).pathname)"
SEE = """() => {
    const texts = (where) => [...document.querySelectorAll(where)].map((each) => each.innerText.trim());
    const shown = document.querySelector(".stSidebar [data-shown]");
    return {
        address: location.href,
        wrong: texts('[data-testid="stException"], .unforeseen, .problems, [role="dialog"], [data-testid="stAlert"]'),
        strange: ["Ask Google", "Ask ChatGPT", "Install skills"].filter((each) => document.body.innerText.includes(each)),
        framed: Boolean(document.querySelector(".title-bar")),
        shown: shown && Number(shown.dataset.shown),
        pressed: Object.fromEntries(["design", "condition", "directness", "compound"].map((name) =>
            [name, texts(`.st-key-${name} button[aria-pressed="true"]`).sort()])),
        outcome: document.querySelector(".st-key-outcome input")?.value ?? "",
        headings: texts(".stMain :is(h1, h2)"),
        rows: document.querySelectorAll(".stMain [data-row]").length,
    };
}"""


@dataclass
class Walk:
    """One reader on his way through a pack; `trail` tells what he did, `pages` where he was."""

    page: Page
    pack: Pack
    seed: int
    trail: list[str] = field(default_factory=list)
    pages: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)

    def step(self) -> None:
        """Do something that the page offers, and hold what it shows against what the address says."""
        before = self.page.url
        done, name = self._do()
        self.rest()
        self.pages.add(urlsplit(self.page.url).path)
        self.trail.append(f"{done} {name!r}: {self.page.url}")
        seen = self.see()
        self.hold(seen)
        assert done != "filter" or seen["address"] != before, self.told("a dead filter")

    def see(self) -> dict:
        """What the page shows now."""
        return self.page.evaluate(SEE)

    def hold(self, seen: dict) -> None:
        """Nothing failed, and filters and count are those of the address."""
        assert seen["wrong"] == [] and seen["strange"] == [], self.told("something is wrong", seen)
        query = parse_qs(urlsplit(seen["address"]).query)
        asked = {name: values for name, values in query.items() if name in FILTER_NAMES}
        selection, complaints = read_selection(asked, self.pack)
        assert complaints == (), self.told("an address with unknown values", complaints)
        presented = "journal_club" in seen["address"] and query.get("present") == ["1"]
        assert seen["framed"] != presented, self.told("no frame, or one too many", seen)
        if presented:
            return
        shown = len(evidence_in_view(self.pack, selection).study_ids)
        assert seen["shown"] == shown, self.told(f"{shown} studies expected", seen)
        expected = {name: sorted(getattr(selection, name)) for name in PILLS}
        assert seen["pressed"] == expected, self.told(f"pressed should be {expected}", seen)
        labels = dict(zip(self.pack.outcomes["outcome"], self.pack.outcomes["label"], strict=True))
        assert seen["outcome"] == labels.get(selection.outcome, ""), self.told("another outcome", seen)

    def rest(self) -> None:
        """Wait until the page stands still."""
        assert rests(self.page, 3, 35), self.told("the page does not come to rest")

    def told(self, *what: object) -> str:
        """A failure with the seed and the last steps."""
        return "\n".join([*map(str, what), f"seed {self.seed}, step {len(self.trail)}", *self.trail[-12:]])

    def _do(self) -> tuple[str, str]:
        offered = self.page.evaluate(FIND, {kind: where for kind, (_, where) in KINDS.items()})
        often = {kind: KINDS[kind][0] for kind in offered} | ANYWHERE
        if "journal_club" not in self.page.url:
            del often["key"]
        kind = self.chance.choices(list(often), list(often.values()))[0]
        if kind in ANYWHERE:
            return kind, getattr(self, f"_{kind}")()
        chosen = [kind, self._link() if kind == "link" else self.chance.randrange(offered[kind])]
        name = self.page.evaluate(NAME, chosen)
        if kind in ("select", "number", "slider"):
            self.page.evaluate_handle("([kind, n]) => window.offered[kind][n]", chosen).as_element().focus()
            getattr(self, f"_{kind}")()
        else:
            self.page.evaluate(CLICK, chosen)
        return kind, name

    def _link(self) -> int:
        """A link to a page on which he has not been, where there is one."""
        ways = self.page.evaluate(LEADS_TO)
        new = [n for n, path in enumerate(ways) if path not in self.pages]
        return self.chance.choice(new or range(len(ways)))

    def _back(self) -> str:
        self.page.go_back(wait_until="commit")
        if not self.page.url.startswith("http"):
            self.page.go_forward(wait_until="commit")
        return ""

    def _forward(self) -> str:
        self.page.go_forward(wait_until="commit")
        return ""

    def _reload(self) -> str:
        self.page.reload(wait_until="commit")
        return ""

    def _key(self) -> str:
        key = self.chance.choice(KEYS)
        self.page.keyboard.press(key)
        return key

    def _select(self) -> None:
        for key in ("ArrowDown", *["ArrowDown"] * self.chance.randrange(4), "Enter", "Escape"):
            self.page.keyboard.press(key)

    def _number(self) -> None:
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(str(self.chance.randrange(100)))
        self.page.keyboard.press("Enter")

    def _slider(self) -> None:
        self.page.keyboard.press(self.chance.choice(("ArrowRight", "ArrowLeft")))
        self.page.wait_for_timeout(300)
