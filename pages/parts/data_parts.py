"""The parts of the data page that only show: method, codebook, tables to take away, validation, changes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from evidence.downloads.changes_csv import changes_csv
from evidence.downloads.codebook import codebook
from evidence.facts.read_again import read_again
from evidence.facts.view import View
from evidence.packs.pack_files import pack_zip, table_file, tables_of
from evidence.packs.pack_notes import CHANGES, README, pieces, read_note
from evidence.versions.since import Difference, since_the_version_before, tables_of_version
from evidence.vocabulary.columns import TABLES, columns_of, file_name
from evidence.wording.changes import changes_html
from evidence.wording.html import render
from evidence.wording.problems import problem_text
from evidence.wording.say import term, tr
from pages.parts.asked import all_asked_for, keep_in_link
from pages.parts.downloads import draw_downloads


def draw_method(view: View, folder: Path | None) -> None:
    """Who made the data and how: the dataset table, then the README of the pack."""
    facts = [(term(rule.label), view.pack.dataset[name]) for name, rule in columns_of("dataset").items()]
    again = read_again(view.pack)
    st.html(render("dataset_facts.html", facts=facts, again=again.in_full if again else ()))
    _draw_note(folder, README, tr("This pack came without notes on its method."))


def draw_changes(view: View, folder: Path | None) -> None:
    """What changed since the version before, cell by cell, where one is kept; then the change log of the pack."""
    found = since_the_version_before(view.pack)
    if found is not None:
        st.html(changes_html(found))
        if found.tables:
            _button(tr("Every change (CSV)"), "changes.csv", "text/csv", partial(_changes_file, view, found))
        st.html(f"<h3>{tr('Change log')}</h3>")
    _draw_note(folder, CHANGES, tr("This pack came without a change log."))


def _changes_file(view: View, found: Difference) -> bytes:
    """The file of a difference; the older tables are read for it, and not kept. It says so when they have gone meanwhile."""
    return changes_csv(found, tables_of_version(view.pack, found.old), view.pack.tables)


def draw_codebook(view: View) -> None:
    """Every column of the format, for the tables the reader picks."""
    st.session_state["table"] = all_asked_for("table", TABLES)
    picked = st.pills(tr("Tables"), TABLES, selection_mode="multi", key="table", on_change=keep_in_link, args=("table",))
    whole = codebook(view.pack)
    rows = whole.astype("object").where(whole.notna(), "")
    tables = [
        (str(table), part.to_dict("records"))
        for table, part in rows.groupby("table", sort=False)
        if not picked or table in picked
    ]
    st.html(render("codebook.html", tables=tables))


def draw_tables(view: View) -> None:
    """What can be taken away: the evidence in view in every format, and the tables of the pack as they are."""
    st.html(f"<h3>{tr('The evidence in view')}</h3><p>{tr('Exactly what the filters leave, one row per result.')}</p>")
    draw_downloads(view)
    st.html(f"<h3>{tr('The pack')}</h3><p>{tr('Every table, whatever the filters say. The ZIP opens as a pack again.')}</p>")
    with st.container(key="pack_downloads", horizontal=True):
        _button(tr("All tables (ZIP)"), "pack.zip", "application/zip", lambda: pack_zip(view.pack))
        for table in tables_of(view.pack):
            _button(file_name(table), file_name(table), "text/csv", partial(table_file, view.pack, table))


def draw_validation(view: View) -> None:
    """What the checks found when the pack in use was opened."""
    pack = view.pack
    tables = [
        (
            table,
            len(pack.tables[table]) if pack.has(table) else None,
            sum(each.file == file_name(table) for each in pack.warnings),
        )
        for table in TABLES
    ]
    st.html(render("validation.html", tables=tables, warnings=[problem_text(each) for each in pack.warnings]))


def _button(label: str, name: str, mime: str, made: Callable[[], bytes]) -> None:
    st.download_button(label, data=made, file_name=name, mime=mime, on_click="ignore", key=f"take_{name}")


def _draw_note(folder: Path | None, name: str, absent: str) -> None:
    found = read_note(folder, name) if folder else ()
    st.html(render("note.html", blocks=found, pieces=pieces) if found else f"<p>{absent}</p>")
