"""A link made for another version of the data: said under the banner, with what changed since, never passed over.

Where the older version is kept, what changed is told for what the link points to: the studies in view, one study, one
guideline. Where it is not, the change log of the pack is told.
"""

from dataclasses import replace

import streamlit as st

from evidence.addresses import page_link
from evidence.facts.version_note import version_note
from evidence.facts.view import View
from evidence.packs.pack_notes import CHANGES, read_note
from evidence.study.compared import read_compared
from evidence.versions.bearing import bearing_lines
from evidence.versions.since import older_versions, since
from evidence.wording.html import render
from pages.parts.notes import count_note
from pages.parts.opening import pack_folder


def draw_version_note(view: View, page: str) -> None:
    """The note for the version that the address names; nothing when it is that of the data or none is named."""
    folder, asked = pack_folder(), st.query_params.get("version", "")
    changes = read_note(folder, CHANGES) if folder else ()
    note = version_note(asked, view.pack.version, changes, older_versions(view.pack))
    if note is None:
        return
    count_note()
    found = since(view.pack, asked)
    if found is None or not found.opened:
        st.html(render("version_note.html", note=note))
        return
    named = st.query_params
    compared = read_compared(named.get_all("compare"), view.pack).study_ids
    lines = bearing_lines(found, view, page, named.get("study", ""), named.get("guideline", ""), compared)
    told = replace(note, changes=lines)
    st.html(render("version_note.html", note=told, all_changes=page_link("data", view.selection, part="changes")))
