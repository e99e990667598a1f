"""The search field in the frame of every page: studies, medicines, guidelines, claims, terms; `/` leads to it from anywhere.

The field is drawn with the scripts, as one element that stays the same from run to run: it costs a click nothing and keeps
what is typed. The script fetches the index of the shipped pack once, when the field is first used, and searches it in the
browser, blind to capitals and accents; the index of a reader's own table stands in the field itself, because no address
knows it. Results are links with the filters that the title carries, and are followed like any other link.

Each word that was typed must be found: at the beginning of a word, or inside one from three letters on. What has them in its
name comes first. A few of each kind are shown, and how many there are.
"""

from urllib.parse import urlencode

from evidence.packs.pack import Pack
from evidence.packs.remember import at_most
from evidence.wording.html import render
from evidence.wording.language import Language, language
from evidence.wording.search import search_index

INDEX = "api/search-index.json"
KEPT = 4
SCRIPT = r"""<script>
if (!window.searchesThePack) {
  window.searchesThePack = true;
  const MOST = 50, MOST_OF_KIND = 8;
  const BARE = {
    "\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00f0": "d", "\u00fe": "th", "\u00e6": "ae", "\u0153": "oe",
    "\u0127": "h", "\u0131": "i", "\u014b": "n", "\u0167": "t", "\u00df": "ss", "\u03c2": "\u03c3",
  };
  let index = null, source = "", under = null, before = null;
  const box = () => document.querySelector(".find");
  const part = (name) => box()?.querySelector(`.find-${name}`);
  const options = () => [...(box()?.querySelectorAll("[role=option]") ?? [])];
  const folded = (text) => text.normalize("NFKD").toLowerCase().normalize("NFKD")
    .replace(/\p{M}+/gu, "").replace(/[^\x00-\x7f]/g, (sign) => BARE[sign] ?? sign)
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const filled = (message, values) =>
    (box().dataset[message] ?? "").replace(/\{(\w+)\}/g, (all, name) => values?.[name] ?? all);
  const made = (place, tag, name, text) => {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    place.append(element);
    return element;
  };
  const prepare = (found) => {
    for (const each of found.entries) {
      each.inName = ` ${folded(each.name)}`;
      each.inAll = `${each.inName} ${folded(`${each.about} ${each.words}`)}`;
    }
    return found;
  };
  const load = async () => {
    const address = box().dataset.index, own = part("own")?.textContent;
    if (index && source === (own ?? address)) return true;
    index = null;
    source = own ?? address;
    under ??= (own ? Promise.resolve(JSON.parse(own)) : fetch(address).then((answer) => answer.ok ? answer.json() : null))
      .then((found) => { index = found && prepare(found); }, () => {}).finally(() => { under = null; });
    await under;
    return index !== null;
  };
  const rank = (each, words, whole) => {
    const begins = (text) => words.every((word) => text.includes(` ${word}`));
    const holds = (text) => words.every((word) => text.includes(word.length > 2 ? word : ` ${word}`));
    if (!holds(each.inAll)) return -1;
    if (each.inName === ` ${whole}`) return 0;
    if (each.inName.startsWith(` ${whole}`)) return 1;
    return begins(each.inName) ? 2 : holds(each.inName) ? 3 : begins(each.inAll) ? 4 : 5;
  };
  const search = (whole) => {
    const words = whole.split(" "), kinds = new Map();
    for (const kind of index.kinds) kinds.set(kind.kind, { kind, ranks: [[], [], [], [], [], []] });
    for (const each of index.entries) {
      const place = rank(each, words, whole);
      if (place >= 0) kinds.get(each.kind).ranks[place].push(each);
    }
    const best = (group) => Math.max(1, group.ranks.findIndex((rank) => rank.length));
    const found = [...kinds.values()].filter((group) => group.ranks.some((rank) => rank.length));
    return found.sort((one, other) => best(one) - best(other));
  };
  const address = (entry) => {
    const title = document.querySelector(".title-bar .title");
    const filters = title ? new URL(title.href).search.slice(1) : "";
    const [page, place] = entry.address.split("#");
    const whole = filters ? page + (page.includes("?") ? "&" : "?") + filters : page;
    return place ? `${whole}#${place}` : whole;
  };
  const say = (message, values) => {
    const text = message ? filled(message, values) : "";
    if (part("said").textContent !== text) part("said").textContent = text;
  };
  const choose = (option) => {
    for (const each of options()) each.setAttribute("aria-selected", String(each === option));
    if (option) part("field").setAttribute("aria-activedescendant", option.id);
    else part("field").removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };
  const draw = (groups) => {
    const list = part("list"), most = groups.length > 1 ? MOST_OF_KIND : MOST;
    let n = 0, shown = 0;
    list.replaceChildren();
    for (const { kind, ranks } of groups) {
      const found = ranks.flat(), group = made(list, "div", "find-group", "");
      const head = made(group, "div", "find-kind", "");
      head.id = `find-kind-${kind.kind}`;
      made(head, "strong", "", kind.label);
      const values = { shown: Math.min(most, found.length), n: found.length };
      made(head, "span", "find-count", found.length > most ? filled("part", values) : found.length);
      made(head, "span", "find-leads", kind.leads);
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", head.id);
      for (const each of found.slice(0, most)) {
        const option = made(group, "a", "find-option", "");
        option.id = `find-option-${shown++}`;
        option.href = address(each);
        option.target = "_self";
        option.tabIndex = -1;
        option.setAttribute("role", "option");
        made(option, "span", "find-name", each.name);
        if (each.about) made(option, "span", "find-about", each.about);
      }
      n += found.length;
    }
    part("field").setAttribute("aria-expanded", String(shown > 0));
    list.hidden = !shown;
    list.scrollTop = 0;
    choose(options()[0]);
    return { n, shown };
  };
  const show = async () => {
    const given = part("field");
    part("results").hidden = false;
    if (!index) say("loading");
    const there = await load();
    if (!given.isConnected || document.activeElement !== given) return;
    const typed = given.value.trim(), whole = folded(typed.replace(/^https?:\/\/[^/\s]*\//i, ""));
    const { n, shown } = draw(there && whole ? search(whole) : []);
    if (!there) say("failed");
    else if (n) say(n > shown ? "some" : "found", { n, shown });
    else {
      if (typed) say("none", { query: typed });
      else say("");
      part("said").append(typed ? " " : "", index.scope);
    }
  };
  const hide = () => {
    if (!box()) return;
    part("results").hidden = true;
    part("field").setAttribute("aria-expanded", "false");
    choose(null);
    box().classList.remove("open");
    part("button").setAttribute("aria-expanded", "false");
    part("button").setAttribute("aria-label", box().dataset.open);
  };
  const enter = () => {
    before = document.activeElement;
    box().classList.add("open");
    part("button").setAttribute("aria-expanded", "true");
    part("button").setAttribute("aria-label", box().dataset.close);
    part("field").focus();
    part("field").select();
  };
  const leave = (back) => {
    part("field").value = "";
    part("field").blur();
    hide();
    if (!back) return;
    const to = before?.isConnected && before !== document.body ? before : part("button");
    if (to.getClientRects().length) to.focus({ preventScroll: true });
  };
  const inside = (place) => box() !== null && place instanceof Node && box().contains(place);
  document.addEventListener("keydown", (press) => {
    const plain = !press.ctrlKey && !press.metaKey && !press.altKey && !press.isComposing;
    const asked = document.documentElement.dataset.singleKeys !== "off" && press.key === "/" && plain;
    if (asked && box() && !press.target.closest?.("input, textarea, select, [contenteditable]")) {
      press.preventDefault();
      enter();
    }
    if (!inside(press.target) || press.isComposing) return;
    if (press.key === "Escape") {
      press.preventDefault();
      leave(true);
    }
    if (press.target !== part("field")) return;
    const all = options(), at = all.findIndex((each) => each.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    if (step && all.length) {
      press.preventDefault();
      choose(all[(at + step + all.length) % all.length]);
    }
    if (press.key === "Enter" && all[at]) {
      press.preventDefault();
      const { ctrlKey, metaKey, shiftKey } = press;
      all[at].dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    }
  });
  document.addEventListener("input", (typed) => { if (inside(typed.target)) show(); });
  document.addEventListener("focusin", (gone) => { if (box() && gone.target === part("field")) show(); });
  document.addEventListener("focusout", (gone) => {
    if (inside(gone.target) && !inside(gone.relatedTarget) && document.hasFocus()) hide();
  });
  document.addEventListener("mousedown", (press) => {
    if (inside(press.target) && press.target !== part("field")) press.preventDefault();
  });
  document.addEventListener("click", (click) => {
    if (!inside(click.target)) return;
    if (click.target === part("button")) {
      if (box().classList.contains("open")) leave(true);
      else enter();
    }
    const kept = click.ctrlKey || click.metaKey || click.shiftKey;
    if (click.target.closest("[role=option]") && !kept) setTimeout(() => { if (box()) leave(false); }, 0);
  });
}
</script>"""


def search_field(pack: Pack, own: bool) -> str:
    """The field as HTML: the same for every page and every filter; own: the pack is the reader's own table."""
    return _drawn(pack, own, language())


@at_most(KEPT)
def _drawn(pack: Pack, own: bool, spoken: Language) -> str:
    """The language is that of the run, and is named because the answer is kept."""
    index = "" if own else f"{INDEX}?{urlencode({'version': pack.version})}"
    return render("search.html", index=index, own=search_index(pack, own=True) if own else "")
