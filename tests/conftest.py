"""What the tests share: the checkout, its schemas and its register, read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import address, browser, site

from generator import register, schema
from generator.register import Register
from generator.schema import Schema

__all__ = ["ROOT", "address", "browser", "root", "schemas", "shipped", "site"]

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def schemas() -> dict[str, Schema]:
    return schema.load(ROOT / "schemas")


@pytest.fixture(scope="session")
def shipped(schemas: dict[str, Schema]) -> Register:
    """The register of the records in this repository."""
    return register.read(ROOT, schemas)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A branch of a git repository; on `main`, where it began, one date is wrong."""
    import repositories

    repositories.signed(monkeypatch)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    return repositories.with_a_wrong_date(tmp_path / "repository")
