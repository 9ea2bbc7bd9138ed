"""Obligations: what is owed, by whom and when, and which record discharged it."""
