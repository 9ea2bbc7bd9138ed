"""What the schemas accept stops neither the checks nor a page; and no bytes, text or value stop the reader."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
import world
import yaml
from conftest import ROOT
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strategies import ANYTHING, record

from generator import checks, edition, feeds, pages, register, render, schema, source
from generator.assurance.assessment import assess
from generator.problem import Problem
from generator.register import Register

SCHEMAS = schema.load(ROOT / "schemas")
FULL = {document.name: document for document in world.full(SCHEMAS).documents}
KNOWN = register.gather(FULL.values(), SCHEMAS)
NAMES = {type: f"records/{type}/{world.World(SCHEMAS).id(type)}.yaml" for type in SCHEMAS}
DAY = date(2026, 6, 30)
GROUPS = 8

settings.register_profile(
    "same",
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # to shrink whole records takes minutes
    suppress_health_check=[*HealthCheck],
)
settings.load_profile("same")

SCRAPS = st.sampled_from(
    ["title", ":", ": ", " ", "\n", "  ", "- ", "\t", "[", "]", "{", "}", ",", "'", '"', "|", ">", ">-\n", "&a", "*a",
     "!t", "#", "---", "...", "%YAML", "?", "~", "no", "0x1", "1e9", "2026-02-30", "\\", "\ufeff", "\u2028", "\x85",
     "é", "\r\n", "<<", "=", "@", "`", "\0", "\x07", "😀"]
)  # fmt: skip


def laid(values: Mapping[str, Any]) -> Register:
    """The register of the full records with these in the place of theirs."""
    new = {name: source.read(name, written(value)) for name, value in values.items()}
    return register.gather({**FULL, **new}.values(), SCHEMAS)


def written(value: Any) -> bytes:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")


def told(found: Register) -> list[Problem]:
    """The problems of a register, each on one line and at a place."""
    problems = checks.run(found)
    for one in problems:
        assert "\n" not in one.message
        assert one.place.line or one.place.file == "records/partnership", one
    return problems


@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(max_examples=300)
def test_no_bytes_stop_the_reader(data: bytes) -> None:
    read(data)


@given(st.lists(SCRAPS).map("".join))
@settings(max_examples=600)
def test_no_scraps_of_yaml_stop_the_reader(text: str) -> None:
    read(text.encode())


def read(data: bytes) -> None:
    document = source.read("records/agency/one.yaml", data)
    assert bool(document.problems) == (document.value is None)
    for one in document.problems:
        assert "\n" not in one.message
        assert (
            1
            <= one.place.line
            <= data.count(b"\n") + data.count(b"\r") + data.decode(errors="replace").count("\x85") + 9
        )
    source.locate(data, ("title", 0, "one"))


@pytest.mark.parametrize("type", SCHEMAS)
def test_what_a_schema_accepts_does_not_stop_the_checks(type: str) -> None:
    @given(record(SCHEMAS[type], KNOWN))
    @settings(max_examples=7)
    def holds(value: dict[str, Any]) -> None:
        found = laid({NAMES[type]: value})
        assert NAMES[type] in found.by_name, [one.message for one in found.faults]
        told(found)
        told(found.at(DAY))

    holds()


@pytest.mark.parametrize("group", range(GROUPS))
def test_what_the_schemas_accept_does_not_stop_a_page(group: int) -> None:
    types = sorted(SCHEMAS)[group::GROUPS]

    @given(st.fixed_dictionaries({NAMES[type]: record(SCHEMAS[type], KNOWN) for type in types}))
    @settings(max_examples=2)
    def holds(values: dict[str, Any]) -> None:
        known = laid(values).at(DAY)
        for name in edition.EDITIONS:
            view = edition.view(name, DAY, known, assess(known, DAY))
            assert render.site(view, pages.every(view), list(feeds.every(view)), ROOT / "site").texts

    holds()


@pytest.mark.parametrize("type", SCHEMAS)
def test_no_value_in_the_place_of_another_stops_the_checks(type: str) -> None:
    name = NAMES[type]
    routes = [*_routes(FULL[name].value)]

    @given(st.sampled_from(routes), ANYTHING)
    @settings(max_examples=7)
    def holds(route: tuple[Any, ...], value: Any) -> None:
        told(laid({name: _with(FULL[name].value, route, value)}))

    holds()


def test_a_share_of_nothing_stops_no_check() -> None:
    share = {**FULL[NAMES["indicator"]].value, "kind": "returned", "numerator": ["measures", "another"]}
    told(
        laid(
            {NAMES["indicator"]: {name: value for name, value in share.items() if name not in ("parts", "denominator")}}
        )
    )


def test_a_break_that_only_yaml_knows_stops_no_reader() -> None:
    read("title\u2028\u2028title:".encode())


def _routes(value: Any, route: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [below for key, one in inner for below in [(*route, key), *_routes(one, (*route, key))]]


def _with(value: Any, route: tuple[Any, ...], new: Any) -> Any:
    changed = copy.deepcopy(value)
    holder = changed
    for step in route[:-1]:
        holder = holder[step]
    holder[route[-1]] = new
    return changed
