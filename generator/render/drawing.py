"""Components as HTML: each by the macro of its name in `site/templates/components/`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from generator import components
from generator.charts import Chart
from generator.components import Badge, Figure, Grid, GridCell, Link, Passage, Phrase, Prose

TEMPLATES = ("inline", "blocks", "figures")
Macros = Mapping[str, Callable[..., Markup]]


@dataclass(frozen=True)
class Drawing:
    """What turns the values of one page into what its template shows.

    `link` draws a link to a record or page, `href` gives the address of one or None, `prose` draws a record's text, and
    `chart` says where a chart's picture and data are.
    """

    macros: Macros
    link: Callable[[str, str | None], Markup]
    href: Callable[[str], str | None]
    prose: Callable[[str], Markup]
    chart: Callable[[Chart], Mapping[str, Any]]

    def draw(self, value: Any) -> Any:
        """Return the value drawn: a component, whatever it consists of included, as Markup; lists and mappings item by
        item; everything else as it is.
        """
        if type(value) is dict:
            return {key: self.draw(one) for key, one in value.items()}
        if type(value) in (list, tuple):
            return [self.draw(one) for one in value]
        if not is_dataclass(value) or not type(value).__module__.startswith(components.__name__):
            return value
        return self._component(value)

    def _component(self, value: Any) -> Any:
        match value:
            case Link(target, text) if target.startswith(("#", "https://", "http://", "mailto:", "tel:")):
                return Markup('<a href="{}">{}</a>').format(target, text)
            case Link(target, text):
                return self.link(target, text or None)
            case Prose(text):
                return self.prose(text)
            case Passage(text):
                return self.macros["prose"](self.prose(text))
            case Phrase(parts, soft):
                said = Markup().join(escape(self.draw(part)) for part in parts)
                form = '<small class="qa-soft">{}</small>' if soft else "<span>{}</span>" if len(parts) > 1 else "{}"
                return Markup(form).format(said)
            case Figure(chart, note):
                return self.macros["figure"](self.chart(chart), self.draw(note))
        known = {field.name: self.draw(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, Grid) and not value.key:
            known["key"] = self.draw(_key(value.cells))
        if "target" in known:
            target = known.pop("target")
            known["href"] = target if target.startswith("#") else self.href(target) if target else None
        macro = self.macros.get(_macro(type(value).__name__))
        return macro(**known) if macro else known


def macros(environment: Environment) -> Macros:
    """Return the macros that draw components, by name."""
    templates = [environment.get_template(f"components/{name}.html.jinja") for name in TEMPLATES]
    return {name: macro for one in templates for name, macro in vars(one.module).items() if callable(macro)}


def _key(cells: Iterable[Iterable[GridCell | None]]) -> list[tuple[Badge, str]]:
    """Every state of a matrix once, in the order in which it comes up."""
    return [(badge, "") for badge in dict.fromkeys(Badge(one.word, one.kind) for row in cells for one in row if one)]


def _macro(name: str) -> str:
    """The macro that draws a component: `GridCell` → `grid_cell`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
