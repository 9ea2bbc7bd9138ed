"""More records of the same kinds: copies of the shipped activity under other ids, as many as a bench asks for."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator import register, schema

FIRST = ("partnership", "agency", "group", "framework", "methodology", "indicator")
COPIED = (
    "audit", "audit-tool", "audit-return", "findings-report", "action-plan", "sar", "learning-review", "deep-dive",
    "inspection", "survey", "good-practice", "opinion", "risk", "briefing", "challenge",
)  # fmt: skip
_TOLD_APART = re.compile(r"(?m)^((?:title|theme|provider|purpose): (?:[>|]-?\n  |[\"'])?)")
"""Where a field begins by which a copy is told from its original."""
_AGREED_AT = re.compile(r"(?m)^(  - stage: agreed\n    date: .*\n    )meeting: .*$")
"""Which meeting agreed: of a copy a role did, as no minutes name it."""


def fewer(records: Path, wanted: int) -> list[Path]:
    """About `wanted` of the records, none of which names another that is left out."""
    known = register.read(records.parent, schema.load(records.parent / "schemas"))
    names: dict[tuple[str, str], set[tuple[str, str]]] = {(one.type, one.id): set() for one in known.each()}
    for link in known.links:
        names[link.type, link.id].add(link.target[:2])
    kept: set[tuple[str, str]] = set()
    for one in sorted(names, key=lambda one: (one[0] not in FIRST, one)):
        needed, more = {one}, {one}
        while more := {other for each in more for other in names[each]} - needed:
            needed |= more
        if one[0] in FIRST or len(kept | needed) <= wanted:
            kept |= needed
    return sorted(records / type / f"{id}.yaml" for type, id in kept)


def multiply(records: Path, root: Path, wanted: int) -> int:
    """Write `wanted` records below `root/records`: those of `records`, then copies; return how many there are."""
    files = sorted(records.rglob("*.yaml"))
    if wanted < len(files):
        files = fewer(records, wanted)
    activity = [path for path in files if path.relative_to(records).parts[0] in COPIED]
    texts = {path.relative_to(records): path.read_text(encoding="utf-8") for path in activity}
    ids = {"/".join(path.parts[1:2]).removesuffix(".yaml") for path in texts}
    token = re.compile(rf"(?<![\w-])({'|'.join(sorted(map(re.escape, ids), key=len, reverse=True))})(?![\w-])")
    shutil.rmtree(root / "records", ignore_errors=True)
    for path in files:
        target = root / "records" / path.relative_to(records)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    made, copy = len(files), 0
    while made < wanted:
        copy += 1
        for name, text in texts.items():
            if made == wanted and name.parts[0] not in ("audit-return", "findings-report"):
                continue
            type, *rest = name.parts
            first, *others = rest
            stem = f"{first.removesuffix('.yaml')}-{copy}" + (".yaml" if first.endswith(".yaml") else "")
            target = root.joinpath("records", type, stem, *others)
            target.parent.mkdir(parents=True, exist_ok=True)
            copied = _AGREED_AT.sub(r"\1role: Chair", token.sub(rf"\1-{copy}", text))
            target.write_text(_TOLD_APART.sub(rf"\g<1>Copy {copy}. ", copied), encoding="utf-8")
            made += 1
    return made
