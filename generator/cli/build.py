"""Build the site: check the records, write each edition's pages, run the engine, put the finished site in place.

A record in error stops the build and leaves the former site as it was. Three editions are built from the same
records: working (the Business Unit's), partnership (the agencies') and public; --edition limits it to one.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import jinja2
import yaml
from tqdm import tqdm

from generator import checks, edition, feeds, history, output, pages, register, render, schema
from generator.assurance import assessment
from generator.assurance.requirements.standing import standings, with_departures
from generator.cli import PRODUCT, Misuse, folder, records_root, relative_path, root_prefix
from generator.output.settings import settings
from generator.report import text
from generator.wording import plural


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--edition", choices=edition.EDITIONS, help="build this edition only")
    parser.add_argument(
        "--restricted",
        metavar="DIR",
        type=Path,
        help="a private store of restricted records, of which only counts show",
    )
    parser.add_argument("--out", metavar="DIR", type=Path, help="the build folder (default: build/ in the root)")
    parser.add_argument(
        "--engine", choices=output.ENGINES, default="mkdocs", help="the program that turns pages into the site"
    )


def run(arguments: argparse.Namespace) -> int:
    root = records_root(arguments)
    if arguments.restricted and not (arguments.restricted / "records").is_dir():
        raise Misuse(f"{arguments.restricted} has no folder “records”; name the folder that holds it with --restricted")
    out = (arguments.out or root / "build").resolve()
    editions = (arguments.edition,) if arguments.edition else edition.EDITIONS
    day = write_pages(root, out, editions, arguments.as_of, restricted=arguments.restricted)
    if day is None:
        return 1
    run_engine(out, editions, arguments.engine, day)
    for name in editions:
        print(f"The {name} edition is in {relative_path(out / 'site' / name)}")
    print("To look at them: make serve")
    return 0


def run_engine(out: Path, editions: Sequence[str], engine: str, day: date) -> None:
    """Run the engine on the pages written; put the finished sites in place. Errors: Misuse with its message."""
    folders: dict[str, Path] = {name: out / name for name in editions}
    try:
        with _step(f"Running {engine}", "pages") as progress:
            output.build(folders, engine, day, progress)
    except output.EngineError as error:
        raise Misuse(f"{error}\nThe former site is left as it was.") from None
    output.swap(folders, out / "site")


def write_pages(
    root: Path,
    out: Path,
    editions: Sequence[edition.Edition],
    as_of: date | None,
    versioned: bool = False,
    restricted: Path | None = None,
) -> date | None:
    """Write each edition's pages below `out`; return the day they show, or None where a record was rejected.

    `versioned` gives readers the list of published versions; `restricted` is the root of a store read for counts only.
    """
    schemas = schema.load(folder(root, "schemas"))
    with _step("Reading and checking the records"):
        whole = register.read(root, schemas)
        store = register.read(restricted.resolve(), schemas) if restricted else None
        problems = [*checks.run(whole), *(store.faults if store else ())]
    rejected = [one for one in problems if one.level == "E"]
    if rejected:
        print(text.plain(rejected, root_prefix(root)), file=sys.stderr)
        print(
            f"\nNothing was built: {plural(len(rejected), 'problem')} to fix first. The former site is as it was.",
            file=sys.stderr,
        )
        return None
    day = as_of or default_day(whole)
    with _step(f"Working out how things stood on {day}"):
        known = whole.at(day)
        changed = history.read(root, until=as_of)
        departures = checks.departures(known)
        upholds = {rule: check.upholds for rule, check in checks.modules().items()}
        found = assessment.assess(known, day, store)
        stands = with_departures(standings(known, found), known, day, departures, upholds)
    if changed.notice:
        print(changed.notice)
    for name in editions:
        with _step(f"Writing the {name} edition", "charts") as progress:
            view = edition.view(name, day, known, found, changed, departures, stands)
            site = _render(view, folder(root, "site"), output.cache(out))
            output.write(site, out / name, settings(view, site, PRODUCT, out, versioned), output.cache(out), progress)
    return day


def _render(view: edition.View, site: Path, cache: Path) -> render.Site:
    """Render an edition. Errors: Misuse that names the template and line at fault."""
    try:
        return render.site(view, list(pages.every(view)), list(feeds.every(view)), site, cache)
    except jinja2.TemplateSyntaxError as error:
        raise Misuse(f"{error.filename or error.name or 'a page'}:{error.lineno}: {error.message}") from None
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        near = [f"{one.filename}:{one.lineno}" for one in frames if Path(one.filename).is_relative_to(site)]
        if near or isinstance(error, jinja2.TemplateError | yaml.YAMLError | UnicodeDecodeError):
            raise Misuse(f"{near[-1] if near else site}: {' '.join(str(error).split())}") from None
        raise


def default_day(whole: register.Register) -> date:
    """Return the day to show: that of the illustrative records, or today."""
    illustrative = whole.partnership.illustrative
    return illustrative.as_of if illustrative and illustrative.as_of else date.today()


class _Progress:
    """A progress bar for work of known size: shown after two seconds, and only on a terminal."""

    def __init__(self, unit: str) -> None:
        self.bar = tqdm(total=0, unit=f" {unit}", delay=2, leave=False, disable=None)

    def __call__(self, done: int, total: int) -> None:
        self.bar.total = total
        self.bar.update(done - self.bar.n)


@contextmanager
def _step(said: str, unit: str = "") -> Iterator[_Progress]:
    """Print what is being done and, afterwards, how long it took."""
    print(f"{said} …", end=" ", flush=True)
    started = time.perf_counter()
    progress = _Progress(unit)
    try:
        yield progress
    finally:
        progress.bar.close()
    print(f"{time.perf_counter() - started:.1f} s", flush=True)
