"""The note over every page while a change of the data cannot be opened: what is shown instead, and what is wrong."""

from evidence.packs.watched import Opened
from evidence.wording.problems import problem_text
from evidence.wording.say import count, tr
from pages.parts.notes import warn
from pages.parts.opening import for_readers
from pages.parts.text import literal

MOST_SHOWN = 3


def draw_change_note(opened: Opened) -> None:
    """Draw the note; nothing when what is open is what the folder holds."""
    errors = [each for each in opened.problems if each.severity == "error"]
    if not errors:
        return
    shown = [problem_text(for_readers(each)) for each in errors[:MOST_SHOWN]]
    if len(errors) > MOST_SHOWN:
        shown.append(tr("{n:whole} more", n=len(errors) - MOST_SHOWN))
    lead = tr(
        "The data have changed and cannot be opened: {problems}. Shown are still the data of version {version}, "
        "read on {day} at {time} UTC.",
        problems=count("problem", "problems", len(errors)),
        version=literal(opened.pack.version),
        day=opened.read_at.strftime("%Y-%m-%d"),
        time=opened.read_at.strftime("%H:%M"),
    )
    warn(lead + "\n\n" + "\n".join(f"- {literal(each)}" for each in shown), icon=":material/sync_problem:")
