"""Makes single faults of every kind in the shipped records, and harmless edits, and counts what is told of each.

.venv/bin/python tests/mutants [--each NUMBER] [KIND …]     (28 of each kind unless told; of a KIND, all that is amiss)
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mutants.harmless import edits
from mutants.judge import World, world
from mutants.kinds import kinds
from mutants.tally import Tally, altered, edited, harmed, tally

EACH, EDITS_EACH, IN_PLACE = 28, 70, 0.98
HEAD = f"{'kind of fault':44}{'made':>6}{'told':>6}{'rejected':>10}{'in place':>10}{'once':>6}"


@cache
def shipped() -> World:
    """The shipped records, read once in each process."""
    return world()


def count(name: str, number: int) -> Tally:
    return tally(shipped(), next(kind for kind in kinds() if kind.name == name), number)


def row(name: str, counts: Sequence[int | str]) -> str:
    made, told, rejected, in_place, once = counts
    return f"{name:44}{made:>6}{told:>6}{rejected:>10}{in_place:>10}{once:>6}"


def faults(each: int, wanted: Sequence[str]) -> bool:
    """Print a line for each kind and the sum; return whether the goals were met."""
    names = [kind.name for kind in kinds() if not wanted or kind.name in wanted]
    print(HEAD)
    tallies = []
    with ProcessPoolExecutor(2) as pool:
        for one in pool.map(count, names, [each] * len(names)):
            tallies.append(one)
            rejected = one.rejected if one.level == "E" else "–"
            print(row(one.kind, (one.made, one.told, rejected, one.in_place, one.once)), flush=True)
            if wanted:
                print("\n".join(one.amiss))
    made, to_reject = sum(one.made for one in tallies), sum(one.to_reject for one in tallies)
    told, in_place = sum(one.told for one in tallies), sum(one.in_place for one in tallies)
    once = sum(one.once for one in tallies)
    rejected = sum(one.rejected for one in tallies if one.level == "E")
    print(row(f"{len(tallies)} kinds", (made, told, rejected, in_place, once)))
    tracebacks = sum(one.tracebacks for one in tallies)
    print(
        f"\ntold {told / made:.1%}; rejected {rejected / max(to_reject, 1):.1%} of the {to_reject:,} that must be; "
        f"at the right file and line {in_place / made:.1%}; once {once / made:.1%}; tracebacks {tracebacks}"
    )
    return told == made and rejected == to_reject and in_place >= IN_PLACE * made and not tracebacks


def harmless() -> bool:
    """Print what was told of harmless edits; return whether it was nothing."""
    number, amiss = 0, []
    for name, edit in edits().items():
        texts = edited(shipped().files, name, edit, EDITS_EACH)
        number += len(texts)
        amiss += [f"  {name}: {one}" for one in harmed(shipped(), texts)]
        amiss += [f"  {name}: {one} has other values now" for one in altered(shipped(), name, texts)]
    print(f"{number:,} harmless edits of {len(edits())} kinds: {len(amiss) or 'no'} problems")
    print("\n".join(amiss))
    return not amiss


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=EACH, metavar="NUMBER", help="mutants of each kind")
    parser.add_argument("kinds", metavar="KIND", nargs="*", help="only these kinds, with all that is amiss")
    arguments = parser.parse_args()
    started = time.perf_counter()
    met = faults(arguments.each, arguments.kinds) and (bool(arguments.kinds) or harmless())
    print(f"{time.perf_counter() - started:.0f} seconds; the goals are {'met' if met else 'missed'}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
