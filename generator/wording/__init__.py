"""English for every message and page: dates, numbers, lists and phrases; nothing here knows records."""

from generator.wording.dates import date_change, day, day_of, short_day
from generator.wording.numbers import listed, number, ordinal, plural, some_of, spelled, times
from generator.wording.text import inside, one_line, quoted, sentence, the, unbroken, with_article, words
from generator.wording.values import shown

__all__ = [
    "date_change",
    "day",
    "day_of",
    "inside",
    "listed",
    "number",
    "one_line",
    "ordinal",
    "plural",
    "quoted",
    "sentence",
    "short_day",
    "shown",
    "some_of",
    "spelled",
    "the",
    "times",
    "unbroken",
    "with_article",
    "words",
]
