"""A whole edition as texts: pages rendered with their templates, hand-written pages, files and charts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from generator.charts import Chart
from generator.components import Column
from generator.edition import View
from generator.page import File, Page, relative
from generator.pages.written import values
from generator.register.names import record_name
from generator.render.addresses import Address, addresses
from generator.render.anchors import distinct
from generator.render.drawing import Drawing, Macros, macros
from generator.render.navigation import navigation, section
from generator.render.prose import inline, prose, unmarked
from generator.render.redirects import copies, redirects
from generator.wording import day, the

CHART_FOLDER = "assets/charts"
_FRONT_MATTER = "a page begins, in UTF-8, with title, description and editions between two lines of ---"


@dataclass(frozen=True)
class Text:
    """A page as text, or a file, at its path below the pages' folder."""

    path: str
    content: str | bytes


@dataclass
class Site:
    """One edition, ready to be written: texts, the charts to draw, and what the engine needs to know."""

    texts: list[Text] = field(default_factory=list)
    charts: dict[str, Chart] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    navigation: list[Any] = field(default_factory=list)


def site(view: View, pages: Sequence[Page], files: Sequence[File], folder: Path, cache: Path | None = None) -> Site:
    """Return an edition rendered.

    `folder` is the site's: its `pages/` are hand-written, its `templates/` make the others. `cache` is a folder that
    exists, for compiled templates.

    Errors: jinja2.TemplateError where a template is wrong; ValueError where two pages have one path.
    """
    made = Site()
    written = list(_written(view, folder / "pages"))
    made.pages = [page for page, _ in written] + list(pages)
    files = [*files, *redirects(view, pages)]
    _refuse_duplicates(made.pages, files)
    made.navigation = navigation(folder, view.edition, {page.path for page in made.pages})
    titles = {page.path: page.title for page in made.pages}
    to = addresses(made.pages, files)
    environment = _environment(folder, cache)
    shared = macros(environment)
    for page, body in written:
        template = environment.from_string(body)
        drawn = _drawing(shared, view, made, to, page).draw(dict(values(view)))
        made.texts.append(_text(page, template.render(page=page, **drawn), made, titles))
    for page in pages:
        template = environment.get_template(page.template)
        drawn = _drawing(shared, view, made, to, page).draw(dict(page.context))
        source = shared["source_line"](*_source_line(view, page))
        made.texts.append(_text(page, template.render(page=page, source_line=source, **drawn), made, titles))
    made.texts += [Text(file.path, file.content) for file in files]
    figures = {path: chart.csv for path, chart in made.charts.items()}
    made.texts += [Text(path, csv) for path, csv in figures.items()]
    made.texts += [Text(copy.path, copy.content) for copy in copies(view, pages, figures)]
    return made


def _written(view: View, folder: Path) -> Iterator[tuple[Page, str]]:
    """Hand-written pages whose front matter names this edition: title, description, editions, needs."""
    for path in sorted(folder.rglob("*.md")):
        try:
            _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
            said = dict(yaml.safe_load(head))
            _ = said["title"], said["description"], said["editions"]
        except (ValueError, TypeError, KeyError, yaml.YAMLError):
            raise TemplateSyntaxError(_FRONT_MATTER, 1, filename=str(path)) from None
        if view.edition in said["editions"] and view.uses(*said.get("needs", ["partnership"])):
            name = path.relative_to(folder).as_posix()
            path_on_site = said.get("path", name)
            yield Page(path_on_site, name, said["title"], said["description"], layout=said.get("layout", "")), body


def _refuse_duplicates(pages: Sequence[Page], files: Sequence[File]) -> None:
    seen: set[str] = set()
    for path in (*(page.path for page in pages), *(file.path for file in files)):
        if path in seen:
            raise ValueError(f"two pages or files want the path {path}")
        seen.add(path)


def _text(page: Page, body: str, made: Site, titles: Mapping[str, str]) -> Text:
    return Text(page.path, _front_matter(page, made, titles) + distinct(body))


def _front_matter(page: Page, made: Site, titles: Mapping[str, str]) -> str:
    head: dict[str, Any] = {"title": unmarked(page.title), "description": unmarked(page.description)}
    trail = [{"title": titles[path], "href": relative(page.path, path)} for path in _above(page.path) if path in titles]
    said = {
        "kicker": page.kicker,
        "layout": page.layout,
        "trail": trail,
        "section": section(made.navigation, page.path),
    }
    head |= {key: value for key, value in said.items() if value}
    if page.layout in ("home", "wide"):
        head["hide"] = ["navigation", "toc"]
    if not page.searchable:
        head["search"] = {"exclude": True}
    return f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n\n"


def _above(path: str) -> list[str]:
    """The index pages of the folders that a page lies in, outermost first, itself left out."""
    folders = path.split("/")[:-1]
    indexes = ["/".join([*folders[:depth], "index.md"]) for depth in range(1, len(folders) + 1)]
    return [index for index in indexes if index != path]


def _environment(folder: Path, cache: Path | None) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="{#-",  # so that a heading may have an {: #anchor }
        comment_end_string="-#}",
        bytecode_cache=FileSystemBytecodeCache(str(cache)) if cache else None,
    )
    environment.filters |= {"md": inline, "script": _script, "the": the}
    return environment


def _drawing(shared: Macros, view: View, made: Site, to: Address, page: Page) -> Drawing:
    """What draws the components of one page."""

    def chart(one: Chart) -> Mapping[str, Any]:
        said = dict(_draw(made, page, one))
        counted = {key for key, _ in one.columns if any(isinstance(row.get(key), int | float) for row in one.rows)}
        said["columns"] = [Column(title, number=key in counted) for key, title in one.columns]
        said["rows"] = [[row.get(key) for key, _ in one.columns] for row in one.rows]
        return said

    return Drawing(
        macros=shared,
        link=lambda target, text: _link(view, to, page, target, text),
        href=lambda target: to(page, target),
        prose=lambda text: prose(text, lambda target: to(page, target)),
        chart=chart,
    )


def _source_line(view: View, page: Page) -> tuple[str, str | None]:
    """When the page's record last changed, in words, and the address of its source."""
    changed = _changed(view, page)
    return f"Last changed {day(changed)}" if changed else "", _source(view, page)


def _record(target: str) -> tuple[str, str]:
    """The type and the id of the record `type/id`, which an item may follow."""
    type, _, id = target.partition("#")[0].partition("/")
    return type, id


def _link(view: View, to: Address, page: Page, target: str, text: str | None) -> Markup:
    """A link to a record or page, in its own name if no text is given; plain words where it has no page here."""
    address = to(page, target)
    words = text if text is not None else record_name(view.register, *_record(target))
    return Markup('<a href="{}">{}</a>').format(address, words) if address else Markup("{}").format(words)


def _draw(made: Site, page: Page, chart: Chart) -> Mapping[str, Any]:
    """Note that the chart is to be drawn; return what its figure shows, with the addresses of its files."""
    folder = page.path.removesuffix(".md").removesuffix("/index")
    csv = f"{folder}/{chart.id}.csv" if folder != "index" else f"{chart.id}.csv"
    made.charts[csv] = chart
    return {
        "id": chart.id,
        "title": chart.title,
        "sentence": chart.sentence,
        "caption": chart.caption or chart.title,
        "svg": relative(page.path, f"{CHART_FOLDER}/{chart.hash}.svg") if chart.drawn else None,
        "spec": chart.json if chart.drawn else None,
        "csv": relative(page.path, csv),
        "columns": chart.columns,
        "rows": chart.rows,
    }


def _script(json: str) -> Markup:
    """JSON as it may stand in a script element: nothing in it ends the element."""
    return Markup(json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _changed(view: View, page: Page) -> date | None:
    """When the page's record last changed; None in the public edition."""
    entry = view.register.entries.get(page.record[0], {}).get(page.record[1]) if page.record else None
    return view.history.changed.get(entry.name) if entry else None


_SOURCES = {"github": "{}/blob/{}/{}", "gitlab": "{}/-/blob/{}/{}"}


def _source(view: View, page: Page) -> str | None:
    """The address of the page's record in the partnership's repository, where it has one."""
    repository = view.partnership.repository
    entry = view.register.entries.get(page.record[0], {}).get(page.record[1]) if page.record else None
    if view.public or entry is None or not repository.address:
        return None
    pattern = _SOURCES.get(repository.host, "{}/blob/{}/{}")
    return pattern.format(repository.address.rstrip("/"), repository.branch or "main", entry.name)
