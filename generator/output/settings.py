"""What the engine is told of one edition: its name, address, folders, navigation and notices."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.edition import View
from generator.output.engine import next_site
from generator.page import Page
from generator.render.words import day

_TREES = {"working": "partnership", "partnership": "partnership", "public": "public"}


def settings(view: View, pages: Sequence[Page], product: Path, build: Path) -> dict[str, Any]:
    """Return the edition's `mkdocs.yml`: it inherits the product's own and adds what the partnership's record says."""
    partnership, folder = view.partnership, build / view.edition
    site = partnership.site
    address = site.public if view.public else site.partnership
    paths = {page.path for page in pages}
    tree = yaml.safe_load((product / "site" / "navigation.yml").read_text(encoding="utf-8"))[_TREES[view.edition]]
    return {
        "INHERIT": os.path.relpath(product / "mkdocs.yml", folder),
        "site_name": partnership.title if view.public else f"{partnership.abbreviation} quality assurance",
        "site_description": f"Quality assurance of the {partnership.title}",
        **({"site_url": address} if address else {}),
        "docs_dir": "pages",
        "site_dir": os.path.relpath(next_site(build / "site", view.edition), folder),
        "theme": {"custom_dir": os.path.relpath(product / "site" / "theme", folder)},
        "nav": navigation(tree, paths),
        "not_in_nav": "*",
        "extra": {
            "edition": view.edition,
            "partnership": partnership.title,
            "abbreviation": partnership.abbreviation,
            "as_of_text": day(view.day),
            "illustrative": partnership.illustrative.notice if partnership.illustrative else "",
            "report_url": "report-abuse/" if "report-abuse.md" in paths else "",
            "emergency": partnership.emergency.phone,
        },
    }


def navigation(tree: Sequence[Any], paths: set[str]) -> list[Any]:
    """Return the tree without the pages that this edition does not have, nor sections left empty."""
    kept: list[Any] = []
    for entry in tree:
        if isinstance(entry, str):
            kept += [entry] if entry in paths else []
            continue
        for title, below in entry.items():
            found = navigation(below, paths) if isinstance(below, list) else below if below in paths else None
            kept += [{title: found}] if found else []
    return kept
