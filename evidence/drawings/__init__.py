"""Forests, funnels and time axes drawn from facts: table, Plotly figure, paper."""
