"""Assurance: where it is weak, opinions, risks, challenges, meetings, statements and reports."""
