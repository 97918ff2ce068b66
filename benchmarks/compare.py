"""What grading costs, beside other graders and beside the least that it could cost: in one run, and in turn.

    python benchmarks/compare.py                       against the floors, and pytest's empty session
    python benchmarks/compare.py --peers DIR           and against other graders, installed into DIR once
    python benchmarks/compare.py -o DIR                with `compare.json` and `compare.svg` in DIR
    python benchmarks/compare.py --page PAGE           and the figures in a page of the documentation

A round measures each exercise: what is warm several times in turn (A B C A B C …), then each whole process once. Wall
time is of one, the median of all with quartiles; processor time is of a process with all that it started, by what the
kernel says at its end, less that of one which only got warm: one figure for each round. Ratios are of figures of one
round. On a machine that is shared the ratios of processor time are the ones to look at.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import page
import peering
import plot
import watch

from grader.exercise import course_root, load_exercise, welcome_packages
from grader.judge.examination import Material
from grader.runner import installed

HERE = Path(__file__).parent
ROOT = course_root()

NEEDS = {"02_gather": "", "13_producer_consumer": "", "20_keep_responsive": "threads", "24_fetch_pages": "network"}
"""Exercise → what of the engine its program cannot do without: tasks, a queue, threads, a network."""
GATHER = "02_gather"
WRONG = ROOT / "solutions" / GATHER / "rejected" / "two_awaits_in_a_row.py"

BARE, TIER, RUN = "floor: bare fork", "floor: fork in its tier", "a judged run"
RIGHT_ONE, WRONG_ONE = "a submission in a batch", "a wrong one in a batch"
GRADE, EMPTY, NOTHING = "grade", "an empty pytest session", "python -c pass"
PLUGINS = ("-p", "pytest_asyncio.plugin", "-p", "pytest_timeout", "-p", "no:cacheprovider", "-q")
SETTINGS = ("-c", os.devnull, "--rootdir=.", "-o", "asyncio_default_fixture_loop_scope=function")

AIMS = {"grade": 1.3, "run": 1.5, "submission": 10.0, "watch": 0.25}
"""Ratios; milliseconds of processor time beyond its runs; seconds."""

SAVES = 4
"""Saves that `grade watch` sees in a round; an even number, since a right program and a wrong one take turns."""


@dataclass
class Figures:
    """What one contestant took: seconds."""

    wall: list[float] = field(default_factory=list)
    """One each."""
    rounds: list[float] = field(default_factory=list)
    """The median of each round."""
    cpu: list[float] = field(default_factory=list)
    """The mean of each round."""
    runs: int = 0
    """Runs that one started, where it starts any."""
    failed: int = 0
    """How often a right program did not pass."""


Table = dict[tuple[str, str], Figures]


# --- what is warm ---


class Warm:
    """A process that does one thing for each line that it reads."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.wall: list[float] = []
        self.runs = 0
        self._answer()

    def _answer(self) -> str:
        assert self._process.stdout is not None
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"it ended: {self._process.args}")
        return answer

    def once(self) -> None:
        """Have it done once."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        seconds, *runs = self._answer().split()
        self.wall.append(float(seconds))
        self.runs = int(runs[0]) if runs else 0

    def close(self) -> float:
        """Return the processor time of it and all that it started."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        return _reaped(self._process)


def _reaped(process: subprocess.Popen[str]) -> float:
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime


def _floor(kind: str, slug: str, folder: str) -> list[str]:
    exercise = load_exercise(ROOT / "exercises" / slug)
    files = {"given": exercise.given} if exercise.given else {}
    files[Path(exercise.file).stem] = (ROOT / "solutions" / slug / exercise.file).read_text("utf-8")
    packages = installed.allowed(sys.executable, exercise.packages, welcome_packages(ROOT / "exercises" / slug))
    parts = Material.read(exercise, ROOT / "exercises" / slug).parts
    settings = {
        "root": str(ROOT),
        "files": files,
        "folder": folder,
        "packages": {**packages, "parts": parts if exercise.packages else []},
        "memory": exercise.limits.memory_mib * 2**20,
        "needs": NEEDS[slug],
    }
    # The bare one has no finder of packages: where the program needs one, it is started as Python usually is.
    slim = [] if kind == "bare" and exercise.packages else ["-s", "-S", "-P"]
    return [sys.executable, *slim, str(HERE / "floor.py"), kind, json.dumps(settings)]


def warm_ones(slug: str, folder: str) -> dict[str, list[str]]:
    """Return what is measured warm, and how it is started."""
    program = str(ROOT / "solutions" / slug / load_exercise(ROOT / "exercises" / slug).file)
    served = [sys.executable, str(HERE / "warm.py")]
    found = {
        BARE: _floor("bare", slug, folder),
        TIER: _floor("tier", slug, folder),
        RUN: [*served, "run", slug, program],
        RIGHT_ONE: [*served, "submission", slug, program],
    }
    return found | ({WRONG_ONE: [*served, "submission", slug, str(WRONG)]} if slug == GATHER else {})


def measure_warm(slug: str, times: int, folder: str, table: Table) -> None:
    """Measure a round of what is warm: in turn, so that a busy moment meets all of them."""
    commands = warm_ones(slug, folder)
    idle = {name: Warm(command).close() for name, command in commands.items()}
    working = {name: Warm(command) for name, command in commands.items()}
    for _ in range(times):
        for one in working.values():
            one.once()
    for name, one in working.items():
        figures = table[slug, name]
        figures.wall += one.wall
        figures.rounds.append(statistics.median(one.wall))
        figures.cpu.append(max(one.close() - idle[name], 0) / times)
        figures.runs = one.runs


# --- whole processes ---


def spawned(command: Sequence[str], folder: Path, figures: Figures, environment: dict[str, str] | None = None) -> str:
    """Run a command once; return what it wrote."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    told = process.stdout.read()
    cpu = _reaped(process)
    figures.wall.append(time.perf_counter() - begun)
    figures.rounds.append(figures.wall[-1])
    figures.cpu.append(cpu)
    return told


def cold_ones(slug: str, scratch: Path, peers: dict[str, Path], table: Table) -> Iterator[Callable[[], None]]:
    """Yield what measures each whole process once."""
    program = ROOT / "solutions" / slug / load_exercise(ROOT / "exercises" / slug).file
    folder = scratch / slug
    name = program.name if folder.exists() else peering.laid_out(slug, program, folder)
    empty = scratch / "empty"
    empty.mkdir(exist_ok=True)
    (empty / "test_nothing.py").write_text("def test_nothing():\n    pass\n", "utf-8")
    quiet = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}

    def measured(who: str, *command: str, where: Path = folder, environment: dict[str, str] | None = None) -> None:
        spawned([sys.executable, *command], where, table[slug, who], environment)

    yield lambda: measured(f"{GRADE} {slug[:2]}", "-m", "grader", slug)
    yield lambda: measured(EMPTY, "-m", "pytest", *PLUGINS, *SETTINGS, where=empty, environment=quiet)
    if slug == GATHER:
        yield lambda: measured("grade --help", "-m", "grader", "--help")
        yield lambda: measured(NOTHING, "-c", "pass")

    def peer(who: str, programs: Path) -> None:
        command = peering.TABLE[who].command(programs, name)
        told = spawned(command, folder, table[slug, who], peering.surroundings(slug, folder, programs))
        if not peering.TABLE[who].passed(told):
            table[slug, who].failed += 1

    for who, programs in peers.items():
        yield lambda who=who, programs=programs: peer(who, programs)


# --- what comes of it ---


def quartiles(found: Sequence[float]) -> tuple[float, float, float]:
    """Return the median between its quartiles."""
    low, middle, high = statistics.quantiles(found, n=4, method="inclusive") if len(found) > 1 else found * 3
    return low, middle, high


def ratios(table: Table, slug: str, one: str, other: str, what: str) -> tuple[float, float, float]:
    """Return how many times one took what the other did, by rounds."""
    pairs = zip(getattr(table[slug, one], what), getattr(table[slug, other], what), strict=True)
    return quartiles([ours / max(theirs, 1e-6) for ours, theirs in pairs])


def aims(table: Table, saved: Sequence[float]) -> list[dict[str, object]]:
    """Hold what was found against what it shall be; one that names no aim is for comparison."""
    found: list[dict[str, object]] = []

    def add(what: str, figures: tuple[float, float, float], aim: float | None, unit: str = "×") -> None:
        low, middle, high = figures
        verdict = None if aim is None else middle <= aim
        found.append(
            {"what": what, "low": low, "median": middle, "high": high, "aim": aim, "unit": unit, "met": verdict}
        )

    slugs = dict.fromkeys(slug for slug, _ in table)
    for slug in slugs:
        aim = AIMS if slug == GATHER else {}
        for label, what in (("wall", "rounds"), ("processor", "cpu")):
            grade = f"{GRADE} {slug[:2]}"
            add(f"{grade} / {EMPTY}, {label}", ratios(table, slug, grade, EMPTY, what), aim.get("grade"))
            add(f"{slug}: {RUN} / {TIER}, {label}", ratios(table, slug, RUN, TIER, what), aim.get("run"))
    for slug in slugs:
        for name in (RIGHT_ONE, WRONG_ONE):
            if (slug, name) not in table:
                continue
            one, floor = table[slug, name], table[slug, TIER]
            beyond = [(mine - one.runs * least) * 1000 for mine, least in zip(one.cpu, floor.cpu, strict=True)]
            aim_ms = AIMS["submission"] if slug == GATHER else None
            add(f"{slug}: {name}, beyond its {one.runs} runs at the floor, processor", quartiles(beyond), aim_ms, "ms")
    if saved:
        add(f"grade watch {GATHER[:2]}, from save to verdict", quartiles(saved), AIMS["watch"], "s")
    return found


def show(table: Table, found: Sequence[dict[str, object]]) -> None:
    """Print everything."""
    print(f"{'':<21} {'':<32} {'wall, ms':>10} {'(quartiles)':>20} {'processor':>10}  samples")
    for (slug, name), figures in table.items():
        low, middle, high = (figure * 1000 for figure in quartiles(figures.wall))
        cpu = statistics.median(figures.cpu) * 1000
        note = f", {figures.runs} runs" if figures.runs > 1 else ""
        note += f", a right program failed {figures.failed} times" if figures.failed else ""
        spread = f"({low:.1f} to {high:.1f})"
        print(f"{slug:<21} {name:<32} {middle:10.1f} {spread:>20} {cpu:10.1f}  {len(figures.wall)}{note}")
    print()
    for one in found:
        verdict = {None: "", True: "  met", False: "  MISSED"}[one["met"]]  # type: ignore[index]
        aim = f"  aim ≤ {one['aim']:g}" if one["aim"] is not None else ""
        spread = f"({one['low']:.2f} to {one['high']:.2f})"
        print(f"{one['what']:<82} {one['median']:8.2f} {one['unit']:<2} {spread:<18}{aim}{verdict}")


def told(table: Table, found: Sequence[dict[str, object]], where: dict[str, object]) -> str:
    """Return the figures as Markdown."""
    names = list(dict.fromkeys(name for _, name in table))
    slugs = list(dict.fromkeys(slug for slug, _ in table))
    names.sort(key=lambda name: (name in peering.TABLE, name.startswith(f"{GRADE} ") and name[6:].isdigit()))
    rows = []
    for name in dict.fromkeys(GRADE if name.startswith(f"{GRADE} ") and name[6:].isdigit() else name for name in names):
        each = [table.get((slug, f"{GRADE} {slug[:2]}" if name == GRADE else name)) for slug in slugs]
        rows.append([f"`{name}`" if name == GRADE else name, *(_cell(one) if one is not None else "" for one in each)])
    aimed = [
        [
            one["what"],
            f"{one['median']:.2f} {one['unit']}",
            f"{one['aim']:g} {one['unit']}",
            "yes" if one["met"] else "no",
        ]
        for one in found
        if one["aim"] is not None
    ]
    return "\n\n".join(
        [
            f"{page.setting(where)} Milliseconds of wall time, the median, and of processor time.",
            page.table(["", *slugs], rows),
            page.table(["aim", "median", "at most", "met"], aimed),
        ]
    )


def _cell(figures: Figures) -> str:
    wall, cpu = (statistics.median(each) * 1000 for each in (figures.wall, figures.cpu))
    digits = 1 if wall < 100 else 0
    return f"{wall:,.{digits}f} / {cpu:,.{digits}f}"


def machine() -> dict[str, object]:
    """Say what it was measured on."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "when": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
    }


def write(folder: Path, table: Table, found: Sequence[dict[str, object]], where: dict[str, object]) -> None:
    """Write the figures as JSON, and what one submission takes as a plot."""
    folder.mkdir(parents=True, exist_ok=True)
    data: dict[str, object] = {"machine": where, "ratios": found, "figures": []}
    groups: dict[str, list[plot.Bar]] = defaultdict(list)
    for (slug, name), figures in table.items():
        data["figures"].append(  # type: ignore[attr-defined]
            {
                "exercise": slug,
                "what": name,
                "wall_seconds": quartiles(figures.wall),
                "cpu_seconds": quartiles(figures.cpu),
                "samples": len(figures.wall),
                "runs": figures.runs,
                "failed": figures.failed,
            }
        )
        low, middle, high = quartiles(figures.wall)
        colour = "four" if name in peering.TABLE else "one" if name in (BARE, TIER, EMPTY, NOTHING) else "three"
        said = f"{middle * 1000:.1f} ms" if middle < 0.1 else f"{middle:.2f} s"
        groups[slug].append(plot.Bar(name.partition(" (")[0], low, middle, high, colour, said))
    title = "Wall time, each axis step ten times as much; the lines are quartiles"
    powers = {-4: "0.1 ms", -3: "1 ms", -2: "10 ms", -1: "0.1 s", 0: "1 s", 1: "10 s", 2: "100 s"}
    (folder / "compare.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")
    (folder / "compare.svg").write_text(plot.bars(title, groups, powers), "utf-8")


def main() -> None:
    """Measure everything."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody who grades compiles every module anew each time
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=5, help="rounds (5)")
    parser.add_argument(
        "--times",
        type=int,
        default=20,
        help="how often in each round what is warm (20): with few, processor time is unsure",
    )
    parser.add_argument("--exercises", nargs="*", default=list(NEEDS), choices=NEEDS, help="which ones (all four)")
    parser.add_argument("--peers", type=Path, help="folder of the other graders' environments, made where missing")
    parser.add_argument("-o", "--output", type=Path, help="folder for compare.json and compare.svg")
    parser.add_argument("--page", type=Path, help="page in which the figures stand between comments, to be rewritten")
    given = parser.parse_args()
    peers = peering.installed(given.peers.absolute()) if given.peers else {}
    table: Table = defaultdict(Figures)
    where, saved = machine(), list[float]()
    with tempfile.TemporaryDirectory() as made:
        scratch, course = Path(made), Path(made, "course")
        subprocess.run([sys.executable, "-m", "grader", "init", course], check=True, capture_output=True)
        for number in range(given.n):
            for slug in given.exercises:
                measure_warm(slug, given.times, tempfile.mkdtemp(dir=scratch), table)
                for once in cold_ones(slug, scratch, peers, table):
                    once()
            saved += [one / 1000 for one in watch.measure(course, GATHER, SAVES)[0]]
            print(f"round {number + 1} of {given.n}", file=sys.stderr, flush=True)
            # After each round: whoever has seen enough can end it.
            found = aims(table, saved)
            if given.output:
                write(given.output, table, found, where)
            if given.page:
                page.put(given.page, "compare", told(table, found, where))
    print(", ".join(f"{key} {value}" for key, value in where.items()))
    show(table, found)


if __name__ == "__main__":
    main()
