"""The sentences of one record type: each file has `changed(pair)` and may have `new` and `subject`."""
