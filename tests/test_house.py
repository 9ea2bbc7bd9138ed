"""The laws of ARCHITECTURE.md that import-linter can't see."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from generator import checks, model, schema
from generator.model.record import Record

GENERATOR = ROOT / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))
SCHEMAS = schema.load(ROOT / "schemas")

MAY = {
    "prints, exits or reads the clock": {"cli"},
    "opens files to read": {"source", "schema", "render", "output", "cli"},
    "writes files": {"emit", "output"},
    "runs other programs": {"history", "output", "publish", "cli"},
    "imports an engine": {"publish"},
}
CALLS = {
    "prints, exits or reads the clock": {"print", "exit", "today", "now", "perf_counter", "monotonic"},
    "opens files to read": {"read_text", "read_bytes", "scandir"},
    "writes files": {"write_text", "write_bytes", "unlink", "rmtree", "rmdir", "rename"},
    "runs other programs": {"Popen", "check_output", "check_call"},
}
ENGINES = {"mkdocs", "mike", "material", "zensical"}


def area(path: Path) -> str:
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def calls(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node.lineno


@pytest.mark.parametrize("deed", CALLS)
def test_only_the_module_that_may_does_it(deed: str) -> None:
    others = [path for path in MODULES if area(path) not in MAY[deed]]
    found = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in others
        for name, line in calls(ast.parse(path.read_text()))
        if name in CALLS[deed]
    ]
    assert not found, f"only {MAY[deed]} {deed}"


def test_only_publish_imports_an_engine() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            engines = {name.split(".")[0] for name in names} & ENGINES
            assert not engines or area(path) == "publish", f"{path} imports {engines}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(GENERATOR)))
def test_a_module_is_short_and_says_what_it_gives(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= 300
    said = (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0]
    assert said, "a module begins with what it gives you"
    assert said.endswith("."), said


def test_every_type_has_schema_example_model_and_page() -> None:
    pages = {path.stem for path in (GENERATOR / "pages").rglob("*.py")}
    for type, known in SCHEMAS.items():
        assert (ROOT / f"schemas/{type}.example.yaml").is_file(), f"{type} has no example"
        assert model.record_class(type)
        own_page = type.replace("-", "_") in pages
        assert own_page != bool(known.tree.get("x-shown-on")), f"{type}: a page of its own, or else x-shown-on"
        shown_on = known.tree.get("x-shown-on")
        assert not shown_on or shown_on.replace("-", "_") in pages, f"{type}: {shown_on}?"
    models = {path.stem for path in (GENERATOR / "model").glob("*.py")} - {"__init__", "record", "lists"}
    assert models == {type.replace("-", "_") for type in SCHEMAS}


@pytest.mark.parametrize("type", SCHEMAS)
def test_the_example_is_valid(type: str) -> None:
    from generator import source

    name = f"schemas/{type}.example.yaml"
    document = source.read(name, (ROOT / name).read_bytes())
    assert not document.problems
    assert not schema.problems(SCHEMAS[type], name, document.value)
    assert model.make(type, "an-id", {}, document.value)


@pytest.mark.parametrize("type", SCHEMAS)
def test_every_field_says_what_it_is(type: str) -> None:
    for route, node in properties(SCHEMAS[type].tree):
        assert node.get("title"), f"{type}: {route} has no title"
        assert str(node.get("description", "")).endswith((".", "?")), f"{type}: {route} has no description"


@pytest.mark.parametrize("type", SCHEMAS)
def test_what_may_be_unknown_is_not_required(type: str) -> None:
    def look(node: Mapping[str, Any], route: str, in_list: bool) -> bool:
        """Whether the object at this node can be unknown as a whole."""
        gone = False
        for name, below in node.get("properties", {}).items():
            gone |= below.get("x-known") == "object"
            may_go = below.get("x-known") == "field" or look(below, f"{route}.{name}", False)
            assert not (may_go and name in node.get("required", ())), f"{type}: {route}.{name} may be unknown"
        for inner in (node.get("items"), node.get("additionalProperties")):
            if isinstance(inner, Mapping):
                look(inner, route, True)
        return gone

    look(SCHEMAS[type].tree, "", False)


@pytest.mark.parametrize("type", SCHEMAS)
def test_the_model_has_the_fields_of_the_schema(type: str) -> None:
    common = {field.name for field in fields(Record)}
    parts = {part.replace("-", "_") for part in SCHEMAS[type].path.parts}
    kind: Any = model.record_class(type)
    assert {field.name for field in fields(kind)} == set(SCHEMAS[type].tree["properties"]) | common | parts
    compare(type, SCHEMAS[type].tree, kind)


def compare(route: str, node: Mapping[str, Any], kind: Any) -> None:
    """Every object of the schema has a dataclass with the same fields."""
    hints = typing.get_type_hints(kind)
    for name, below in node.get("properties", {}).items():
        inner = below.get("items", below)
        if "properties" in inner and name not in ("stages", "exceptions"):
            if typing.get_origin(hints[name]) is Mapping:
                continue
            found = [one for one in flat(hints[name]) if is_dataclass(one)]
            assert found, f"{route}.{name} has no dataclass"
            assert {field.name for field in fields(found[0])} == set(inner["properties"]), f"{route}.{name}"
            compare(f"{route}.{name}", inner, found[0])


def flat(hint: Any) -> Iterator[Any]:
    """Every class inside a type hint."""
    arguments = typing.get_args(hint)
    if isinstance(hint, types.UnionType) or arguments:
        for argument in arguments:
            yield from flat(argument)
    else:
        yield hint


def properties(node: Mapping[str, Any], route: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, below in node.get("properties", {}).items():
        yield f"{route}.{name}", below
        yield from properties(below, f"{route}.{name}")
    for inner in (node.get("items"), node.get("additionalProperties")):
        if isinstance(inner, Mapping):
            yield from properties(inner, route)


def test_editors_know_every_schema() -> None:
    import json

    known = json.loads((ROOT / ".vscode/settings.json").read_text())["yaml.schemas"]
    assert {name: paths[0] for name, paths in known.items()} == {
        f"./schemas/{type}.schema.json": f"records/{type}/**/*.yaml" for type in SCHEMAS
    }


def test_the_page_of_the_house_names_every_keyword_and_module() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text()
    schemas = "".join(path.read_text() for path in (ROOT / "schemas").glob("*.json"))
    keywords = set(re.findall(r'"(x-[a-z-]+)":', schemas))
    assert not {one for one in keywords if f"`{one}`" not in page}
    modules = {area(path) for path in MODULES} - {"__init__"}
    assert not {one for one in modules if not re.search(f"`{one}/?`", page)}


def test_every_check_is_explained_shown_and_short() -> None:
    for rule, check in checks.modules().items():
        assert (check.__doc__ or "").count("\n\n") >= 1, f"{rule}: what, why, a wrong and a right record"
        assert "Wrong:" in check.__doc__, f"{rule} shows no wrong record"
        assert "Right:" in check.__doc__, f"{rule} shows no right record"
        assert check.level in ("E", "D")
        assert all(re.fullmatch("R[0-9]{2}", one) for one in check.upholds)
        assert (ROOT / "tests/examples" / rule).is_dir(), f"{rule} has no example folder"
        source = Path(str(check.__file__)).read_text()
        tree = ast.parse(source)
        code = len(source.splitlines()) - len((ast.get_docstring(tree) or "").splitlines())
        assert code <= 80, f"{rule} has {code} lines of code"


def test_no_partnership_is_known_to_the_code() -> None:
    found = subprocess.run(
        ["grep", "-ril", "stockport", "generator", "site", "mkdocs.yml"], cwd=ROOT, capture_output=True, text=True
    )
    assert not found.stdout.splitlines() or all("__pycache__" in name for name in found.stdout.splitlines())


def test_the_command_starts_without_pandas_or_altair() -> None:
    program = (
        "import sys, generator.cli as c\ntry: c.main(['--help'])\nexcept SystemExit: pass\n"
        "print({'pandas', 'altair'} & set(sys.modules))"
    )
    done = subprocess.run([ROOT / ".venv/bin/python", "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip().endswith("set()"), done.stdout + done.stderr


def test_the_engine_never_writes_over_our_site_folder() -> None:
    """MkDocs' default `site_dir` is `site`, which holds our templates."""
    import yaml

    configuration = re.sub(r"!!python\S+", "", (ROOT / "mkdocs.yml").read_text())
    assert yaml.safe_load(configuration)["site_dir"].startswith("build/")


@pytest.mark.parametrize(("lock", "extra"), [("requirements.lock", False), ("requirements-test.lock", True)])
def test_the_lock_pins_every_package_we_name(lock: str, extra: bool) -> None:
    """A clean checkout installs what is locked and nothing else: a package named here alone stops `make site`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = project["dependencies"] + (project["optional-dependencies"]["test"] if extra else [])
    pinned = set(re.findall(r"(?m)^([a-z0-9-]+)==", (ROOT / lock).read_text()))
    assert {re.split("[^A-Za-z0-9-]", one)[0].lower() for one in named} <= pinned, "`make lock` pins them"


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/adopt.md"])
def test_what_a_page_of_the_checkout_links_to_is_there(page: str) -> None:
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / page).read_text())
    assert [path for path in linked if not (ROOT / page).parent.joinpath(path).exists()] == []


LAW = re.compile(
    r"\bAct \d{4}|\bCare Act|\bsection \d|\bSchedule \d|statutory guidance|\bEngland|\bWales|\bWelsh"
    r"|\bScot(?:land|tish)|Northern Ireland|\bborough|Safeguarding Adult Review|Making Safeguarding Personal"
    r"|Stockport|\bSSAP|Healthwatch|\bCQC\b|Care Quality|Open Government|\bSCIE\b|Ofsted",
    re.IGNORECASE,
)
GRADES = re.compile(r"requires.improvement|\binadequate", re.IGNORECASE)
SHIPPED = "schemas/framework.defaults.yaml"
"""The lists that ship have grades; so have the examples, which use them."""


def named(word: re.Pattern[str], path: Path, text: str) -> list[str]:
    """The lines of a file that name such a word; the choice of bank holidays may name nations."""
    lines = enumerate(text.splitlines(), 1)
    return [f"{path}:{number}: {line.strip()[:100]}" for number, line in lines
            if word.search(line) and "bank_holidays" not in line]  # fmt: skip


@pytest.mark.parametrize("folder", ["generator", "site", "schemas"])
def test_no_law_nation_or_grade_is_named(folder: str) -> None:
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    found = []
    for path in files:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        name = path.relative_to(ROOT)
        found += named(LAW, name, text)
        if name.as_posix() != SHIPPED and not name.name.endswith(".example.yaml"):
            found += named(GRADES, name, text)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("line", ["by the Care Act 2014", "under section 44", "the borough", "Requires improvement"])
def test_a_law_nation_or_grade_is_seen(line: str) -> None:
    assert named(LAW, Path("x"), line) or named(GRADES, Path("x"), line)
