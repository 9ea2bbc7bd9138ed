"""A hostile file is refused within a second of work and 200 MB of memory: the system itself would end the program."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import ROOT

PROGRAM = """
import resource
from generator import source
resource.setrlimit(resource.RLIMIT_CPU, (spent := int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2])) + 1, spent))
resource.setrlimit(resource.RLIMIT_AS, (200_000_000, 200_000_000))
data = {made}
document = source.read("a.yaml", data)
source.locate(data[:30_000], ("a", 0, "a"))
print(document.problems[0].message, len(document.problems), sep="|")
"""

TOO_LONG, TOO_DEEP = "the file has more than 1,000,000 bytes|1", "the file is nested more than 40 deep|1"
MADE = {
    "an alias bomb": (
        r'b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (n + 1, n + 1, n, n) for n in range(97, 120))',
        "a value can't begin with “&”|1",
    ),
    "a bomb of merges": (
        r'b"<<: {a: 1}\n" * 50_000',
        "a record can't take over fields with “<<”|1",
    ),
    "a scalar": (r'b"a: " + b"x" * 10_000_000', TOO_LONG),
    "a text in quotation marks": (r"""b'a: "' + b"x" * 10_000_000 + b'"'""", TOO_LONG),
    "a block of lines": (r'b"a: |\n" + b"  x\n" * 2_500_000', TOO_LONG),
    "brackets": (r'b"a: " + b"[" * 10_000', TOO_DEEP),
    "more brackets": (r'b"a: " + b"[" * 900_000', TOO_DEEP),
    "closed brackets": (r'b"a: " + b"[" * 10_000 + b"]" * 10_000', TOO_DEEP),
    "braces": (r'b"{a: " * 10_000', TOO_DEEP),
    "hyphens": (r'b"- " * 10_000', TOO_DEEP),
    "indentation": (r'b"".join(b" " * n + b"a:\n" for n in range(1_400))', TOO_DEEP),
    "questions": (r'b"? " * 10_000', TOO_DEEP),
    "one name again and again": (
        r'b"k: 1\n" * 150_000',
        "“k” is written twice in one place; only one of them could count|101",
    ),
    "tags": (r'b"a: [" + b"!x y, " * 150_000 + b"z]"', "a value can't begin with “!”|101"),
}  # fmt: skip


@pytest.mark.parametrize("what", MADE)
def test_a_hostile_file_is_refused_within_its_limits(what: str) -> None:
    made, said = MADE[what]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(made=made)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.returncode) == (said, 0), done.stderr[-500:]


def test_the_limits_bite() -> None:
    """A program that takes more is ended: so the test above proves something."""
    greedy = PROGRAM.format(made="b'x' * 300_000_000")
    slow = PROGRAM.format(made="b'a: 1'\nwhile True: pass")
    for program in (greedy, slow):
        done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
        assert done.returncode != 0


def test_a_hundred_faults_are_told_and_then_that_there_are_more() -> None:
    from generator import source

    for number in (99, 100, 101, 102):
        found = source.read("a.yaml", b"k: 1\n" * number + b"a: [\n").problems
        assert len(found) == min(number, 101)
        assert (found[-1].message == "there are more faults below") == (number == 102)


SCREENED = """
import resource, sys
from pathlib import Path
from generator import checks, register, schema, source
schemas, base = schema.load(Path("schemas")), Path("tests/examples/base")
documents = [source.read(str(file.relative_to(base)), file.read_bytes()) for file in base.rglob("*.yaml")]
numbers = ["07700 %06d" % (900_000 + number) for number in range(70_000)]
resource.setrlimit(resource.RLIMIT_CPU, (spent := int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2])) + 5, spent))
data = sys.argv[1] + sys.argv[2].join(numbers)
documents.append(source.read("records/term/word.yaml", data[:980_000].encode()))
told = [one.rule for one in checks.run(register.gather(documents, schemas))]
print(told.count("no-personal-telephone-number"))
"""


@pytest.mark.parametrize(
    ("before", "between"),
    [
        ("title: Word\nmeaning: >-\n  ", "\n  "),
        ("title: Word\nalso:\n  - ", "\n  - "),
        ("title: Word\n# ", "\n# "),
        ("title: [\n", "\n"),
    ],
    ids=["a text", "a list", "comments", "unreadable"],
)
def test_a_file_full_of_numbers_is_screened_within_its_limits(before: str, between: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCREENED, before, between], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.returncode) == ("20", 0), done.stderr[-500:]
