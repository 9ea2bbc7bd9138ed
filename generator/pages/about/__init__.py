"""Downloads and published versions."""
