"""A link made for another version of the data: said under the banner, with what changed since, never passed over."""

import streamlit as st

from evidence.facts.version_note import version_note
from evidence.packs.pack import Pack
from evidence.packs.pack_notes import CHANGES, read_note
from evidence.wording.html import render
from pages.parts.opening import pack_folder


def draw_version_note(pack: Pack) -> None:
    """The note for the version that the address names; nothing when it is that of the data or none is named."""
    folder = pack_folder()
    changes = read_note(folder, CHANGES) if folder else ()
    note = version_note(st.query_params.get("version", ""), pack.version, changes)
    if note is not None:
        st.html(render("version_note.html", note=note))
