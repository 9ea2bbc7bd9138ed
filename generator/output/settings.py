"""The engine's settings for one edition: its name, address, folders, navigation and notices."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from generator.edition import View
from generator.output.engine import NEXT
from generator.output.folder import CHART_SCRIPT
from generator.render import Site
from generator.render.prose import unmarked
from generator.wording import day, the

FEED = "changes.xml"
_EDITIONS = {
    "working": "Working edition: Business Unit only",
    "partnership": "Partnership edition: the agencies only",
    "public": "",
}


def settings(view: View, site: Site, product: Path, build: Path, versioned: bool = False) -> dict[str, Any]:
    """Return the edition's `mkdocs.yml`: it inherits the product's own and adds what the partnership's record says.

    `versioned` adds the list of published versions.
    """
    partnership, folder = view.partnership, build / view.edition
    address = partnership.site.public if view.public else partnership.site.partnership
    paths = {page.path for page in site.pages}
    return {
        "INHERIT": os.path.relpath(product / "mkdocs.yml", folder),
        "site_name": unmarked(partnership.title if view.public else f"{partnership.abbreviation} quality assurance"),
        "site_description": unmarked(f"Quality assurance of {the(partnership.title)}"),
        **({"site_url": address} if address else {}),
        "docs_dir": "pages",
        "site_dir": NEXT,
        "theme": {"custom_dir": os.path.relpath(product / "site" / "theme", folder)},
        "nav": site.navigation,
        "not_in_nav": "*",
        "extra": {
            "edition": _EDITIONS[view.edition],
            "partnership": partnership.title,
            "abbreviation": partnership.abbreviation,
            "as_of_text": f"As things stood on {day(view.day)}",
            "illustrative": partnership.illustrative.notice if partnership.illustrative else "",
            "report_url": "report-abuse/" if "report-abuse.md" in paths else "",
            "emergency": partnership.emergency.phone,
            "chart_script": CHART_SCRIPT,
            "feed": FEED if any(text.path == FEED for text in site.texts) else "",
            **({"version": {"provider": "mike", "default": "latest"}} if versioned else {}),
        },
    }
