"""What `qa build` promises: same commit, same bytes; time fails nothing; a failed or killed build loses nothing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import world
from conftest import ROOT

from generator import cli
from generator.cli import build
from generator.edition import EDITIONS
from generator.routes import Route, below
from generator.schema import Schema

SECOND = ROOT / "tests" / "second"
QA = [sys.executable, "-m", "generator"]


def contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A copy of the second partnership, to build in."""
    shutil.copytree(SECOND / "records", tmp_path / "records")
    return tmp_path


def test_the_same_records_and_date_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "another"):
        shutil.copytree(SECOND / "records", tmp_path / name / "records")
        assert cli.main(["build", "--root", str(tmp_path / name)]) == 0
        made.append(contents(tmp_path / name / "build" / "site"))
    assert made[0].keys() == made[1].keys()
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []


def test_a_second_partnership_shows_its_own_name_quarters_and_weeks(second: Path) -> None:
    assert cli.main(["build", "--root", str(second)]) == 0
    text = "\n".join(data.decode("utf-8", "replace") for data in contents(second / "build" / "site").values())
    assert "Northmoor" in text
    assert "Stockport" not in text
    assert "Q1 (January to March 2026)" in text
    pages = {path.name for path in (second / "build" / "site" / "working").iterdir()}
    assert {"audits", "action-plans", "performance"} <= pages
    assert "reviews" not in pages, "a type not in use makes no page"


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_passing_of_time_fails_a_build(edition: Any, tmp_path: Path) -> None:
    day = date(2036, 11, 20)
    assert build.write_pages(ROOT, tmp_path, (edition,), day) == day
    assert (tmp_path / edition / "pages" / "index.md").is_file()


def test_a_rejected_record_leaves_the_former_site_whole(second: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build", "--root", str(second), "--edition", "public"]) == 0
    before = contents(second / "build" / "site")
    audit = second / "records" / "audit" / "2026-falls.yaml"
    audit.write_text(audit.read_text().replace("methodology: eight-weeks", "methodology: nine-weeks"))
    assert cli.main(["build", "--root", str(second), "--edition", "public"]) == 1
    assert "records/audit/2026-falls.yaml:8:14: reference-exists" in capsys.readouterr().err
    assert contents(second / "build" / "site") == before


def test_a_killed_build_leaves_the_former_site_whole(second: Path) -> None:
    assert cli.main(["build", "--root", str(second), "--edition", "public"]) == 0
    before = contents(second / "build" / "site" / "public")
    running = subprocess.Popen(
        [*QA, "build", "--root", str(second), "--edition", "public"], start_new_session=True, stdout=subprocess.DEVNULL
    )
    while running.poll() is None and not (second / "build" / "public" / "next").exists():
        os.sched_yield()
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert running.returncode == -signal.SIGKILL, "it was killed while the engine ran"
    assert contents(second / "build" / "site" / "public") == before
    assert cli.main(["build", "--root", str(second), "--edition", "public"]) == 0
    assert contents(second / "build" / "site" / "public") == before


def test_a_swap_killed_between_its_renames_is_fixed(second: Path) -> None:
    from generator import output

    sites, folder = second / "sites", second / "public"
    (sites / "public.former").mkdir(parents=True)
    (sites / "public.former" / "index.html").write_text("former")
    (folder / "next").mkdir(parents=True)
    (folder / "next" / "index.html").write_text("next")
    output.swap({"public": folder}, sites)
    assert [path.name for path in sites.iterdir()] == ["public"]
    assert (sites / "public" / "index.html").read_text() == "next"


def test_a_past_date_shows_nothing_that_was_not_known_then(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    planted = world.full(schemas)
    for document in planted.documents:
        path = tmp_path / document.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document.data)
    before = date(2025, 12, 31)
    assert build.write_pages(tmp_path, tmp_path / "build", ("working",), before) == before
    shown = "\n".join(data.decode("utf-8", "replace") for data in contents(tmp_path / "build" / "working").values())
    unknown = {word: where for word, where in planted.planted.items() if later(schemas, *where[:2])}
    assert len(unknown) > 100
    assert {word: where for word, where in unknown.items() if word in shown} == {}
    assert any(word in shown for word in planted.planted.keys() - unknown.keys()), "plans stay"


def later(schemas: dict[str, Schema], type: str, route: Route) -> bool:
    """Whether something that holds the field is a fact of a later day: all facts of the world are of one day."""
    return schemas[type].staged or any(
        inner.get("x-known") == "object"
        for node in above(schemas[type].tree, route)
        for inner in node.get("properties", {}).values()
    )


def above(node: Any, route: Route) -> Iterator[Any]:
    for step in route:
        yield node
        node = below(node, step)


@pytest.mark.parametrize("written", ["{{ nonsense.x }}", "{{ 1 / 0 }}", "{% include 'nope.jinja' %}", "{% if %}"])
def test_a_broken_template_is_named_and_the_former_site_left_whole(
    written: str, second: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "site", second / "site")
    template = second / "site" / "templates" / "home" / "home-public.md.jinja"
    template.write_text(template.read_text(encoding="utf-8") + written, encoding="utf-8")
    assert cli.main(["build", "--root", str(second), "--edition", "public"]) == 2
    assert f"{template}:" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["new", "visit", "2026-" + "a" * 300],
        ["new", "visit", "2026-x", "--root", "nowhere"],
        ["build", "--restricted", "nowhere"],
        ["build", "--edition", "public", "--out", __file__],
        ["serve", "--address", "nonsense"],
        ["serve", "--address", "127.0.0.1:99999"],
    ],
)
def test_misuse_is_said_in_one_line(words: list[str], second: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = [] if "--root" in words else ["--root", str(second)]
    assert cli.main([*words, *root]) == 2
    said = capsys.readouterr().err
    assert said.startswith("qa: ")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    "written", [b"x", b"\\xff", b"---\\nfoo: [\\n---\\n", b"---\\ntitle: A\\n---\\n", b"---\\n---\\n"]
)
def test_a_page_without_its_front_matter_is_named(
    written: bytes, second: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "site", second / "site")
    page = second / "site" / "pages" / "new.md"
    page.write_bytes(written)
    assert cli.main(["build", "--root", str(second), "--edition", "public"]) == 2
    assert f"{page}:1: " in capsys.readouterr().err


@pytest.mark.parametrize("day", ["garbage", "0001-01-01", "9999-12-31"])
def test_no_day_beyond_reckoning_is_asked_for(day: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["check", "--as-of", day])
    assert stopped.value.code == 2
