"""Figures: what agencies returned and whether it reconciles; each indicator's series and what may be published."""
