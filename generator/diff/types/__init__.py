"""The sentences of one record type: one file, one type; each has `changed(pair)` and may have `new` and `subject`."""
