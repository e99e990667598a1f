"""A drawing as a figure that Streamlit takes as it is.

Streamlit has Plotly check plain data key by key on every run, which takes longer than making it; a test checks it instead.
Streamlit also gives Plotly each figure twice, as a copy: a revision says that the data are the same, so that it is not drawn
twice.
"""

from collections.abc import Mapping
from typing import Any
from zlib import crc32

import plotly.graph_objects as go


def unchecked(drawing: Mapping[str, Any]) -> go.Figure:
    """The figure of a drawing in plain data, not checked again."""
    layout = {**drawing["layout"], "datarevision": crc32(repr(drawing["data"]).encode())}
    return go.Figure({**drawing, "layout": layout}, _validate=False)
