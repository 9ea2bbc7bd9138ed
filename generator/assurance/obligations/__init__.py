"""Obligations: what is owed, by whom and by when, and which record discharged it."""
