"""Words, titles and quotations as they appear in a sentence."""

from __future__ import annotations

SHORT = 60
"""Characters: the longest text that is quoted whole."""


def words(id: str | None) -> str:
    """Return an id in words: `at-risk` → `at risk`."""
    return (id or "").replace("-", " ").replace("_", " ")


def sentence(id: str | None) -> str:
    """Return an id or a text in words with a capital first: `at-risk` → `At risk`."""
    text = words(id)
    return text[:1].upper() + text[1:]


def inside(title: str) -> str:
    """Return a title as written inside a sentence: `audit day`, `KPI return`, `DoLS applications`."""
    first = title.split()[0]
    is_name = first[1:] != first[1:].lower() or (title.istitle() and " " in title)
    return title if is_name else title[0].lower() + title[1:]


def with_article(title: str) -> str:
    """Return a title in the middle of a sentence with its article: `an audit return`, `a KPI return`."""
    return f"{'an' if title[0].lower() in 'aeio' else 'a'} {inside(title)}"


def the(title: str, *, first: bool = False) -> str:
    """Return a title or a role with its article, inside a sentence: `the Executive Board`, `the Prevention Alliance`.

    A title that begins with an article of its own keeps one; with `first`, it has a capital.
    """
    article, _, rest = title.partition(" ")
    named = rest if article.lower() == "the" and rest else title
    return f"{'The' if first else 'the'} {named}"


def unbroken(text: str) -> str:
    """Return the text with hyphens at which no line breaks: `2026‑27` stays whole in a narrow column."""
    return text.replace("-", "\N{NON-BREAKING HYPHEN}")


def quoted(text: str, most: int = SHORT) -> str:
    """Return the text on one line in quotation marks, cut at a word after `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return f"“{line}”"
    kept = line[: most - 1]
    return f"“{kept.rpartition(' ')[0] if ' ' in kept[most // 2 :] else kept} …”"


def one_line(text: str) -> str:
    """Return the text with a space for every character that does not print, so that it can't steer a terminal."""
    return text if text.isprintable() else "".join(letter if letter.isprintable() else " " for letter in text)
