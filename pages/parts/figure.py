"""A drawing as a figure that Streamlit takes as it is.

Streamlit has Plotly check plain data key by key on every run, which takes longer than making it; a test checks it instead.
"""

from collections.abc import Mapping

import plotly.graph_objects as go


def unchecked(drawing: Mapping[str, object]) -> go.Figure:
    """The figure of a drawing in plain data, not checked again."""
    return go.Figure(dict(drawing), _validate=False)
