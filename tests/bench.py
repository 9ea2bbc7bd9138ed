"""Times the whole way at several sizes, as ratios: reading against the YAML parser alone, building against the engine.

.venv/bin/python tests/bench.py [SIZE …]        (sizes: 100 500 1000 5000 unless told)
.venv/bin/python tests/bench.py --check [SIZE …]  (nothing is built; sizes: 5000 20000, and whether a record costs more)
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import yaml
from multiply import multiply

from generator import checks, register, schema
from generator.edition import EDITIONS

ROOT = Path(__file__).resolve().parents[1]
RUNS, BUILDS = 5, 3


def timed(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median of several runs, in seconds of processor time."""
    taken = []
    for _ in range(runs):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return median(taken)


def paired(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float, float]:
    """Both medians, and the median ratio pair by pair: it holds when the machine's speed drifts."""
    pairs = [(timed(one, 1), timed(other, 1)) for _ in range(RUNS)]
    ones, others = zip(*pairs, strict=True)
    return median(ones), median(others), median(a / b for a, b in pairs)


def together(*commands: Sequence[str]) -> tuple[float, float]:
    """Run commands side by side: seconds of processor time, children included, and the largest one's peak in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    running = [
        subprocess.Popen([sys.executable, "-m", *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for words in commands
    ]
    for one in running:
        said, _ = one.communicate()
        if one.returncode:
            sys.exit(said)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


def reading(size: int, folder: Path) -> tuple[Path, float]:
    """Write the records and time reading and checking them; return where they are, and the seconds for each record."""
    root = folder / str(size)
    number = multiply(ROOT / "records", root, size)
    schemas = schema.load(ROOT / "schemas")
    data = [path.read_bytes() for path in sorted((root / "records").rglob("*.yaml"))]
    known: list[register.Register] = []

    def read() -> None:
        known[:] = [register.read(root, schemas)]

    def check() -> None:
        problems = [one for one in checks.run(known[0]) if one.level == "E"]
        assert not problems, problems[0].message

    def read_and_check() -> None:
        read()
        check()

    def parse() -> None:
        for one in data:
            yaml.load(one, Loader=yaml.CSafeLoader)

    ours, theirs, ratio = paired(read_and_check, parse)
    _, checking, times = paired(read, check)
    print(f"\n{number:,} records, {sum(map(len, data)) / 1e6:.1f} MB")
    print(f"  read, check and link   {ours:7.2f} s   {ratio:5.2f} × CSafeLoader alone ({theirs:.2f} s)")
    print(f"  every rule, alone      {checking:7.2f} s   {1 / times:5.2f} × reading")
    return root, ours / number


def bench(size: int, folder: Path) -> None:
    root, _ = reading(size, folder)
    build = ("generator", "build", "--root", str(root))
    cold, memory = together(build)
    folders = [root / "build" / edition for edition in EDITIONS]
    engines = [("mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml")) for folder in folders]
    pairs = [(together(build)[0], together(*engines)[0]) for _ in range(BUILDS)]
    warm, engine = (median(each) for each in zip(*pairs, strict=True))
    ratio = median(ours / theirs for ours, theirs in pairs)
    pages = sum(1 for folder in folders for _ in (folder / "pages").rglob("*.md"))
    shutil.rmtree(root / "build")
    print(f"  three editions, cold   {cold:7.2f} s   charts drawn; peak memory {memory:,.0f} MB")
    print(f"  three editions, warm   {warm:7.2f} s   {ratio:5.2f} × the bare engine ({engine:.2f} s)")
    print(f"  a page, warm           {1000 * warm / pages:7.2f} ms  of {pages:,} pages", flush=True)


def linear(sizes: Sequence[int], folder: Path) -> None:
    """Print what a record costs among the most, against what it costs among the fewest."""
    each = [reading(size, folder)[1] for size in sizes]
    print(f"\n  a record of {max(sizes):,}: {each[-1] / each[0]:.2f} × one of {min(sizes):,}")


if __name__ == "__main__":
    words = sys.argv[1:]
    with tempfile.TemporaryDirectory() as made:
        if words[:1] == ["--check"]:
            linear(sorted(map(int, words[1:])) or [5000, 20000], Path(made))
        else:
            for asked in map(int, words or ["100", "500", "1000", "5000"]):
                bench(asked, Path(made))
