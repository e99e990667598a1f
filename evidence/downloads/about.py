"""What stands on everything that leaves the program: data version, filters, date of the search, licence, how to cite."""

from evidence.addresses import citable_link
from evidence.facts.read_again import read_again
from evidence.facts.view import View
from evidence.wording.filters import filters_in_words
from evidence.wording.say import count, say, tr


def about(view: View) -> list[tuple[str, str]]:
    """Pairs of a label and its text; the same view gives the same pairs, because nothing depends on the day.

    The link stands there where the address of the dashboard is known.
    """
    dataset = view.pack.dataset
    named = [(tr("Title"), dataset["title"]), (tr("Question"), dataset["question"])]
    return [*named, *_stands_on(view)]


def about_figure(view: View) -> list[tuple[str, str]]:
    """The same for a figure, which has the question as its title."""
    return [(tr("Data"), view.pack.dataset["title"]), *_stands_on(view)]


def _stands_on(view: View) -> list[tuple[str, str]]:
    dataset, again = view.pack.dataset, read_again(view.pack)
    link = citable_link(view.selection, dataset["version"])
    return [
        (tr("Data version"), dataset["version"]),
        (tr("Date of the last search"), dataset["last_search"]),
        (tr("Filters"), filters_in_words(view.selection)),
        (tr("In view"), in_view(view)),
        *(((tr("Link"), link),) if link else ()),
        (tr("Curators"), dataset["curators"]),
        *(((tr("Read a second time"), say(again.in_full)),) if again else ()),
        (tr("Licence of the data"), dataset["licence"]),
        (tr("Cite as"), dataset["cite_as"]),
    ]


def in_view(view: View) -> str:
    """How much is in view, for example: 5 of 34 studies, 12 results."""
    shown, total = len(view.studies), count("study", "studies", len(view.pack.studies))
    results = count("result", "results", len(view.results))
    return tr("{shown} of {total}, {results}", shown=shown, total=total, results=results)
