"""The seeded drafts of the illustrative activity, one module a kind of record."""
