"""What a template may hold: layout. What a page says is made in `generator/pages/` as plain values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from jinja2 import Environment, nodes

TEMPLATES = sorted((ROOT / "site/templates").rglob("*.jinja"))
WRITTEN = sorted((ROOT / "site/pages").rglob("*.md"))
ENVIRONMENT = Environment(comment_start_string="{#-", comment_end_string="-#}", extensions=["jinja2.ext.do"])
"""As the site's own, and `do`, which templates may not use."""
WORD = re.compile(r"[^\W_]")


def broken(text: str) -> list[str]:
    """Every law of templates that a template breaks, in words."""
    tree = ENVIRONMENT.parse(text)
    found = [f"line {one.lineno}: do" for one in tree.find_all(nodes.ExprStmt)]
    for one in tree.find_all(nodes.CondExpr):
        if any(inner is not one for inner in one.find_all(nodes.CondExpr)):
            found.append(f"line {one.lineno}: a conditional inside a conditional expression")
    found += [f"line {one.lineno}: a sentence of {len(one.nodes)} parts" for one in tree.find_all(nodes.Concat)
              if len(one.nodes) > 2]  # fmt: skip
    found += [f"line {line}: over 120 characters" for line, said in enumerate(text.splitlines(), 1) if len(said) > 120]
    return found + [f"line {line}: a sentence of {parts} parts" for line, parts in sentences(text) if parts > 2]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the line of every run of text between tags, line ends and statements, and of how many parts it consists.

    An anchor, `{: #here }`, is as good as a tag.
    """
    parts, line, in_tag, in_value = 0, 1, False, False
    for number, kind, value in ENVIRONMENT.lex(text):
        line = number
        if kind == "variable_begin":
            parts += not in_tag
            in_value = True
        elif kind == "variable_end":
            in_value = False
        elif kind == "block_begin":
            yield line, parts
            parts = 0
        elif kind == "data" and not in_value:
            for piece in re.split(r"([<>\n}]|\{:)", value):
                if piece in ("<", "{:", ">", "}", "\n"):
                    in_tag = piece in ("<", "{:") or (in_tag and piece == "\n")
                    yield line, parts
                    parts = 0
                elif not in_tag and WORD.search(piece):
                    parts += 1
    yield line, parts


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_template_only_lays_out(path: Path) -> None:
    assert not broken(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_hand_written_page_has_no_logic(path: Path) -> None:
    """Its sentences are its own, in lines of any length."""
    assert not [one for one in broken(path.read_text(encoding="utf-8")) if "do" in one or "conditional" in one]


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("{% do rows.append(1) %}", "do"),
        ("{{ 1 if a else 2 if b else 3 }}", "a conditional inside"),
        ("x" * 121, "over 120"),
        ("{{ a ~ ' of ' ~ b }}", "a sentence of 3"),
        ("<p>{{ a }} of {{ b }}</p>", "a sentence of 3"),
        ("Received {{ a }}, {{ b }} cases", "a sentence of 4"),
    ],
)
def test_a_law_of_templates_can_be_broken(text: str, law: str) -> None:
    assert any(law in one for one in broken(text)), broken(text)


def test_a_plain_template_breaks_no_law() -> None:
    assert not broken('## By {{ title | md }} {: #{{ anchor }} }\n<p class="{{ kind }}">Last changed {{ day }}</p>\n')
