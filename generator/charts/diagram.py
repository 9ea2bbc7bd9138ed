"""A drawing of boxes and arrows in layers, as SVG without a script; each box names those that its arrows lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from itertools import pairwise

from markupsafe import Markup

WIDTH = 208
"""The width of a box, in pixels, as all sizes here."""

_GAP, _LAYER_GAP, _PAD, _LINE, _NOTE_LINE, _LANE, _MARGIN = 20, 34, 12, 19, 16, 18, 6
_NARROW, _BROAD = frozenset("iIjlft.,:;'’|!()[] -r"), frozenset("mwMW@—")


@dataclass(frozen=True)
class Box:
    """One box: its words, smaller words below them, and the ids of the boxes that its arrows lead to."""

    id: str
    title: str
    note: str = ""
    next: tuple[str, ...] = ()


@dataclass
class _Node:
    """A box in its place, or a point (no box) where an arrow passes through a layer that it crosses."""

    box: Box | None
    layer: int = 0
    x: float = 0
    y: float = 0
    lines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    height: int = 0

    @property
    def width(self) -> int:
        return WIDTH if self.box else _LANE

    @property
    def words_height(self) -> int:
        return _LINE * len(self.lines) + _NOTE_LINE * len(self.notes)


def draw(id: str, title: str, sentence: str, boxes: Iterable[Box]) -> Markup:
    """Return the drawing as an SVG element; `id` names it on its page, `sentence` says what it shows.

    A layer is as deep as the longest way to it from the first box; an arrow back to an earlier layer runs at the left.
    Arrows to ids that are not there are left out. Colours are classes of the theme.
    """
    known = _known(boxes)
    back = _backward(known)
    nodes, forward = _placed(known, back)
    right = max((node.x + node.width / 2 for node in nodes.values()), default=0)
    lanes = (len(back) + 1) * _LANE if back else 0
    width = round(right + lanes + 2 * _MARGIN)
    height = round(max((node.y + node.height for node in nodes.values()), default=0) + 2 * _MARGIN)
    lines = [_arrow([nodes[step] for step in path]) for path in forward]
    lines += [_back_arrow(nodes[a], nodes[b], -_LANE * (place + 1)) for place, (a, b) in enumerate(back)]
    drawn = "".join(_box(node) for node in nodes.values() if node.box)
    return Markup(
        f'<svg class="qa-boxes" xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{-lanes - _MARGIN} {-_MARGIN} {width} {height}" role="img" '
        f'aria-labelledby="{escape(id)}-title {escape(id)}-says">'
        f'<title id="{escape(id)}-title">{escape(title)}</title><desc id="{escape(id)}-says">{escape(sentence)}</desc>'
        f"{''.join(lines)}{drawn}</svg>"
    )


def _known(boxes: Iterable[Box]) -> dict[str, Box]:
    found = {box.id: box for box in boxes}
    return {
        id: replace(box, next=tuple(dict.fromkeys(one for one in box.next if one in found and one != id)))
        for id, box in found.items()
    }


def _backward(boxes: Mapping[str, Box]) -> list[tuple[str, str]]:
    """The arrows that lead back to a box before them (cycles), found by following the boxes in the order given."""
    back: list[tuple[str, str]] = []
    done: set[str] = set()

    def walk(id: str, above: frozenset[str]) -> None:
        for one in boxes[id].next:
            if one in above:
                back.append((id, one))
            elif one not in done:
                walk(one, above | {one})
        done.add(id)

    for id in boxes:
        if id not in done:
            walk(id, frozenset({id}))
    return back


def _placed(
    boxes: Mapping[str, Box], back: Sequence[tuple[str, str]]
) -> tuple[dict[str, _Node], list[tuple[str, ...]]]:
    """Every node in its place, and the nodes that each forward arrow passes."""
    layers = _layers(boxes, back)
    nodes = {id: _Node(box, layers[id], 0, 0, *_words(box)) for id, box in boxes.items()}
    paths: list[tuple[str, ...]] = []
    for id, box in boxes.items():
        for one in box.next:
            if (id, one) not in back:
                through = [f"{id}>{one}>{layer}" for layer in range(layers[id] + 1, layers[one])]
                nodes |= {name: _Node(None, layers[id] + step) for step, name in enumerate(through, start=1)}
                paths.append((id, *through, one))
    rows = [
        [id for id, node in nodes.items() if node.layer == layer]
        for layer in range(max(layers.values(), default=-1) + 1)
    ]
    widest = max((_span(row, nodes) for row in rows), default=0)
    above: dict[str, list[str]] = {}
    for path in paths:
        for a, b in pairwise(path):
            above.setdefault(b, []).append(a)
    y = 0.0
    for row in rows:
        row.sort(key=lambda id: _middle([nodes[one].x for one in above.get(id, ())], widest / 2))
        x = (widest - _span(row, nodes)) / 2
        height = 2 * _PAD - 2 + max(nodes[id].words_height for id in row)
        for id in row:
            nodes[id].height = height
            nodes[id].x, nodes[id].y = x + nodes[id].width / 2, y
            x += nodes[id].width + _GAP
        y += height + _LAYER_GAP
    return nodes, paths


def _layers(boxes: Mapping[str, Box], back: Sequence[tuple[str, str]]) -> dict[str, int]:
    layers = dict.fromkeys(boxes, 0)
    for _ in boxes:
        for id, box in boxes.items():
            for one in box.next:
                if (id, one) not in back:
                    layers[one] = max(layers[one], layers[id] + 1)
    return layers


def _span(row: Sequence[str], nodes: Mapping[str, _Node]) -> float:
    return sum(nodes[id].width for id in row) + _GAP * (len(row) - 1)


def _middle(numbers: Sequence[float], otherwise: float) -> float:
    return sum(numbers) / len(numbers) if numbers else otherwise


def _words(box: Box) -> tuple[list[str], list[str]]:
    room = WIDTH - 2 * _PAD
    return list(_wrap(box.title, room, 15)), list(_wrap(box.note, room, 13))


def _wrap(text: str, room: float, size: float) -> Iterator[str]:
    """Lines no wider than the room in any sans-serif font, for letters are taken as wide as bold ones are."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and _width(longer, size) > room:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _width(text: str, size: float) -> float:
    return sum(size * (0.36 if letter in _NARROW else 0.95 if letter in _BROAD else 0.6) for letter in text)


def _box(node: _Node) -> str:
    left, top = node.x - WIDTH / 2, node.y
    said = []
    y = top + (node.height - node.words_height) / 2 + 14
    for line in node.lines:
        said.append(f'<text class="qa-boxes__title" x="{node.x:g}" y="{y:g}">{escape(line)}</text>')
        y += _LINE
    for line in node.notes:
        said.append(f'<text class="qa-boxes__note" x="{node.x:g}" y="{y - 2:g}">{escape(line)}</text>')
        y += _NOTE_LINE
    size = f'x="{left:g}" y="{top:g}" width="{WIDTH}" height="{node.height}" rx="6"'
    return f'<g><rect class="qa-boxes__box" {size}/>{"".join(said)}</g>'


def _arrow(path: Sequence[_Node]) -> str:
    """An arrow downwards from box to box, through the points between, turning halfway between two layers."""
    first, last = path[0], path[-1]
    d = [f"M{first.x:g} {first.y + first.height:g}"]
    for node in path[1:]:
        d.append(f"V{node.y - _LAYER_GAP / 2:g}H{node.x:g}V{node.y if node.box is None else node.y - 7:g}")
    head = f"M{last.x - 5:g} {last.y - 8:g}h10l-5 8z"
    return f'<path class="qa-boxes__line" d="{"".join(d)}"/><path class="qa-boxes__head" d="{head}"/>'


def _back_arrow(start: _Node, end: _Node, lane: float) -> str:
    """An arrow at the left, back up to the side of an earlier box."""
    left, target = start.x - WIDTH / 2, end.x - WIDTH / 2
    a, b = start.y + start.height / 2, end.y + end.height / 2
    d = f"M{left:g} {a:g}H{lane:g}V{b:g}H{target - 7:g}"
    head = f"M{target - 8:g} {b - 5:g}v10l8 -5z"
    return f'<path class="qa-boxes__line qa-boxes__line--back" d="{d}"/><path class="qa-boxes__head" d="{head}"/>'
