"""The schema problems of one record: what the validator found, in plain words, with the fixes that are certain."""
