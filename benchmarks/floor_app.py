"""The least Streamlit program that filters one table and redraws one Plotly figure: what any dashboard costs at least."""

import os
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st


@st.cache_data
def read_studies(folder: str) -> pd.DataFrame:
    """The studies of a pack, as text."""
    return pd.read_csv(Path(folder) / "studies.csv", dtype=str, keep_default_na=False)


studies = read_studies(os.environ["EVIDENCE_PACK"])
design = st.pills("Design", list(studies["design"].drop_duplicates()), selection_mode="multi", key="design")
shown = studies[studies["design"].isin(design)] if design else studies
places = list(range(len(shown)))
figure = go.Figure(go.Scatter(x=places, y=places, text=shown["citation"], mode="markers+text"))
st.plotly_chart(figure, key="chart", theme=None)
