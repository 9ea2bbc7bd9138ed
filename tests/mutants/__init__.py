"""Faults made in the text of the shipped records, as people make them; and what the checks make of each."""
