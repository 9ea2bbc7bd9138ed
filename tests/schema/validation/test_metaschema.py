"""Every schema is one by the standard's own schema, and says the same to three independent validators."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from check_jsonschema.cli import main as check_jsonschema
from click.testing import CliRunner
from conftest import ROOT
from mutants.judge import world
from mutants.kinds import kinds
from referencing import Registry, Resource
from spoiling import spoilt

from generator import schema, source

SCHEMAS = schema.load(ROOT / "schemas")
FILES = sorted((ROOT / "schemas").glob("*.json"))
RAW = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in FILES}
SPOILT_EACH, MUTANTS_EACH = 40, 3


@pytest.mark.parametrize("name", RAW)
def test_a_schema_is_valid_by_the_metaschema(name: str) -> None:
    assert RAW[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(RAW[name])
    jsonschema_rs.meta.validate(RAW[name])


@pytest.mark.parametrize("type", SCHEMAS)
def test_a_schema_with_its_definitions_inlined_is_valid_by_the_metaschema(type: str) -> None:
    tree = json.loads(json.dumps(SCHEMAS[type].tree))
    jsonschema.Draft202012Validator.check_schema(tree)
    jsonschema_rs.meta.validate(tree)


def test_check_jsonschema_accepts_every_schema() -> None:
    done = CliRunner().invoke(check_jsonschema, ["--check-metaschema", *map(str, FILES)])
    assert done.exit_code == 0, done.output


def test_a_broken_schema_would_be_told() -> None:
    with pytest.raises(jsonschema.SchemaError):
        jsonschema.Draft202012Validator.check_schema({"type": "strng"})
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.meta.validate({"$schema": RAW["audit.schema.json"]["$schema"], "required": "title"})


@cache
def reference(type: str) -> jsonschema.Draft202012Validator:
    """The reference implementation, with the schema's definitions inlined."""
    return jsonschema.Draft202012Validator(SCHEMAS[type].tree, format_checker=jsonschema.FormatChecker())


@cache
def as_written(type: str) -> jsonschema.Draft202012Validator:
    """The reference implementation on the file itself: it follows each `$ref` by the standard."""
    registry: Any = Registry().with_resources((name, Resource.from_contents(tree)) for name, tree in RAW.items())
    tree = {**RAW[f"{type}.schema.json"], "$id": f"{type}.schema.json"}
    checker = jsonschema.FormatChecker()
    return jsonschema.Draft202012Validator(tree, registry=registry, format_checker=checker)


@cache
def ours(type: str) -> jsonschema_rs.Draft202012Validator:
    """The validator in use, without the keywords of our own, which the others don't know."""
    return jsonschema_rs.Draft202012Validator(dict(SCHEMAS[type].tree), validate_formats=True)


def agree(type: str, value: Any) -> bool:
    """Whether all find faults at the same places; return whether there are any."""
    found = {tuple(error.instance_path) for error in ours(type).iter_errors(value)}
    assert found == {tuple(error.absolute_path) for error in reference(type).iter_errors(value)}
    assert found == {tuple(error.absolute_path) for error in as_written(type).iter_errors(value)}
    return bool(found)


def example(type: str) -> Any:
    return source.read("a.yaml", SCHEMAS[type].example.encode()).value


@pytest.mark.parametrize("type", SCHEMAS)
def test_the_validators_agree_on_an_example_and_on_what_is_spoilt_in_it(type: str) -> None:
    assert not agree(type, example(type))
    chance = random.Random(f"{type} again")
    assert sum(agree(type, spoilt(example(type), chance)) for _ in range(SPOILT_EACH)) >= SPOILT_EACH / 3


def mutants() -> Iterator[tuple[str, Any]]:
    """What mutants of the shipped records say, where they can be read."""
    files = world().files
    for kind in kinds():
        for mutant in kind.mutants(files, MUTANTS_EACH, "metaschema"):
            document = source.read(mutant.name, mutant.data)
            type = mutant.name.split("/")[1]
            if type in SCHEMAS and document.value is not None:
                yield type, document.value


def test_the_validators_agree_on_mutants() -> None:
    verdicts = [agree(type, value) for type, value in mutants()]
    assert len(verdicts) >= 100
    assert sum(verdicts) >= 50
