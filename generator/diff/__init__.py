"""What changed between two views of the records, as sentences in the words of their reader."""
