"""Charts as SVG, drawn once for each specification, and the script that makes them interactive."""

from __future__ import annotations

import multiprocessing
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from pathlib import Path

from generator.charts import Chart
from generator.render.site import CHART_FOLDER

_ENOUGH_FOR_PROCESSES = 24


def draw(charts: Sequence[Chart], cache: Path, progress: Callable[[int, int], None]) -> dict[str, str]:
    """Return each chart's SVG at its path below the pages' folder; those drawn before come from the cache."""
    unique = {chart.hash: chart.json for chart in charts}
    folder = cache / f"drawings-{version('vl-convert-python')}"
    folder.mkdir(parents=True, exist_ok=True)
    missing = {hash: json for hash, json in unique.items() if not (folder / f"{hash}.svg").exists()}
    for done, (hash, svg) in enumerate(_draw_all(missing), start=1):
        part = folder / f"{hash}.part"
        part.write_text(svg, encoding="utf-8")
        part.rename(folder / f"{hash}.svg")
        progress(done, len(missing))
    return {f"{CHART_FOLDER}/{hash}.svg": (folder / f"{hash}.svg").read_text(encoding="utf-8") for hash in unique}


def _draw_all(missing: dict[str, str]) -> list[tuple[str, str]] | map[tuple[str, str]]:
    if len(missing) < _ENOUGH_FOR_PROCESSES:
        return map(_draw, missing.items())
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(_draw, missing.items(), chunksize=8))


def _draw(chart: tuple[str, str]) -> tuple[str, str]:
    import vl_convert

    hash, json = chart
    return hash, renumbered(vl_convert.vegalite_to_svg(json))


def renumbered(svg: str) -> str:
    """Return the drawing with its ids counted from 1: vega counts on over all drawings of a process."""
    ids = {id: f"{id.rstrip('0123456789')}{at}" for at, id in enumerate(re.findall(r'\bid="([a-z_]+[0-9]+)"', svg), 1)}
    return re.sub(r"\b[a-z_]+[0-9]+\b", lambda found: ids.get(found[0], found[0]), svg)


def interactive(cache: Path) -> str:
    """Return the one script with vega, vega-lite and vega-embed, from the installed package."""
    path = cache / f"vega-{version('vl-convert-python')}.js"
    if not path.exists():
        import vl_convert

        script: str = vl_convert.javascript_bundle()  # type: ignore[call-arg]
        path.write_text(script, encoding="utf-8")
    return path.read_text(encoding="utf-8")
