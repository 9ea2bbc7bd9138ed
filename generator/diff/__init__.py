"""What changed between two views of the records, as sentences in the words of their reader."""

from generator.diff.comparison import Difference, Sentence, differences

__all__ = ["Difference", "Sentence", "differences"]
