"""The sentences of one record type: each file has `new(pair)`, `changed(pair)` or both, and may have `subject`, `about`
and `touched`.
"""
