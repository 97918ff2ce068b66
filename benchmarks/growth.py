"""How time and memory grow with tasks, events of a trace, checks, and submissions of a class.

    python benchmarks/growth.py                              all four: more than half an hour
    python benchmarks/growth.py tasks events -o DIR          two of them, with `growth.json` and `growth.svg` in DIR
    python benchmarks/growth.py submissions --sizes 100 300 1000
    python benchmarks/growth.py events --sizes 100000 --profile diagnosis

Each point is measured in a process of its own, each stage of it by its processor time. Cost is taken to be a power of
what grows, and the exponent comes from least squares of the logarithms: 1 is linear. `--profile STAGE` says where the
time of a stage goes.

Limits end a run long before it comes to what is measured here: an exercise's on steps and seconds, and those on events
of a trace and bytes of its messages, which are printed. So the engine records and the judge reads in one process, where
the limits do not hold; everything else is what a run goes through.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import math
import os
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import batch
import page
import plot
from compare import machine

from grader.engine.recorder import events as engine_events
from grader.model import Exercise, Limits
from grader.runner import channel, session

SOURCES = {
    "tasks": (
        "import asyncio\n\n\nasync def work(n):\n    await asyncio.sleep(1)\n\n\n"
        "async def main():\n    await asyncio.gather(*(work(n) for n in range(SIZE)))\n"
    ),
    "events": (
        "import asyncio\n\n\nasync def step(n):\n    await asyncio.sleep(0.001)\n\n\nasync def work(n):\n"
        "    for number in range(SIZE // 40):\n        await step(number)\n\n\n"
        "async def main():\n    await asyncio.gather(*(work(n) for n in range(10)))\n"
    ),
}
"""What grows → a program in which it does."""

SIZES = {
    "tasks": (10, 100, 1_000, 10_000, 100_000),
    "events": (1_000, 10_000, 100_000, 1_000_000),
    "checks": (10, 30, 100, 300),
    "submissions": (100, 1_000, 10_000),
}
LEAST = 0.05
"""Seconds: what takes less is left out of the exponent, as there is something that costs the same whatever the size."""

Point = dict[str, float]
"""Stage → seconds of processor time; and `memory` in MiB, and `size`, as far as it came."""


class Stages:
    """Takes the time of one stage after the other."""

    def __init__(self, profiled: str) -> None:
        self.point: Point = {}
        self._profiled = profiled

    def __call__(self, name: str, action: Callable[[], Any]) -> Any:
        """Do what a stage does."""
        profile = cProfile.Profile()
        begun = time.process_time()
        found = profile.runcall(action) if name == self._profiled else action()
        self.point[name] = time.process_time() - begun
        if name == self._profiled:
            pstats.Stats(profile, stream=sys.stderr).sort_stats("tottime").print_stats(12)
        return found


def of_trace(what: str, size: int, stages: Stages) -> None:
    """Measure a run and what is made of its trace."""
    from grader.diagnosis import Evidence, diagnose
    from grader.model import Environment, Returned, Trace, Tracing
    from grader.report.traced import render
    from grader.trace import timeline

    source = SOURCES[what].replace("SIZE", str(size))
    frames, ended = stages("record", lambda: recorded(source))
    read = channel.Frames()
    events = stages("read", lambda: tuple(event for frame in frames for event in read.feed(frame)))
    trace = Trace(target="main()", events=events, outcome=Returned(), duration_ns=ended, replaced=(), script=True)
    exercise = Exercise(slug="", title="", concept="", file="program.py", entry_points=())
    evidence = Evidence(source=source, exercise=exercise, findings=(), main=trace)
    told = stages("diagnosis", lambda: diagnose(evidence))
    drawn = stages("timeline", lambda: timeline(trace, None))
    tracing = Tracing(
        file="program.py",
        arguments=(),
        outcome=trace.outcome,
        duration=ended / 1e9,
        exact=True,
        output=(),
        diagnostics=told,
        not_simulated=(),
        tasks={},
        timeline=drawn,
        source=source,
        environment=Environment(grader="", python="", platform="", isolation="none", backend="", seed=""),
    )
    stages("HTML", lambda: render(tracing, "html"))
    stages("JSON", lambda: render(tracing, "json"))
    if what == "events":
        stages.point["size"] = len(events)


def recorded(source: str) -> tuple[list[bytes], int]:
    """Run a program as a runner does, but for its limits; return its frames, and when it ended."""
    import asyncio

    from grader.engine.channel import Channel
    from grader.engine.recorder.primitives import Primitives
    from grader.engine.recorder.recorder import Recorder
    from grader.engine.virtual.clock import FreeClock
    from grader.engine.virtual.loop import VirtualLoop
    from grader.engine.virtual.turns import Turns

    engine_events.MAX_EVENTS = 10**9
    channel.MAX_RUN = 10**12
    sent: list[bytes] = []

    class Kept(Channel):
        """The channel of a run, whose bytes are kept."""

        def __init__(self) -> None:
            super().__init__(-1, -1)
            self._write = lambda _, data: sent.append(bytes(data)) or len(data)  # type: ignore[func-returns-value]

    turns, kept = Turns(FreeClock()), Kept()
    names: dict[str, Any] = {}
    exec(compile(source, "program.py", "exec"), names)
    recorder = Recorder(kept, turns.clock)
    recorder.begin({"program.py": "program.py"}, "program.py", 10**9, "main()")

    def loop() -> VirtualLoop:
        made = VirtualLoop(turns, recorder)
        recorder.attach(made)
        return made

    undo = Primitives(recorder).install()
    try:
        with asyncio.Runner(loop_factory=loop) as runner:
            runner.run(names["main"]())
    finally:
        undo()
    recorder.settle()
    kept.flush()
    return sent, turns.clock.now


CHECK = '''
@points(1)
async def test_{n}(submission, rng):
    """`task` waits {n} seconds"""
    run = await submission.run("task", "ann", {n})

    assert run.duration == {n}
'''


def of_checks(size: int, stages: Stages) -> None:
    """Measure one submission for an exercise of so many checks, each with a run of its own, in a warm session."""
    from isolation import _used

    from grader.exercise import course_root, read_submission
    from grader.judge import grade_all, worker
    from grader.report import render

    gather = course_root() / "exercises" / batch.EXERCISES[0]
    submission = read_submission(course_root() / "solutions" / gather.name / "gather.py")
    backends, original = [], worker.start
    worker.start = lambda *given, **named: backends.append(original(*given, **named)) or backends[-1]  # type: ignore
    reports: list[Any] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, gather.name)
        folder.mkdir()
        for name in ("exercise.toml", "gather.py"):
            (folder / name).write_bytes((gather / name).read_bytes())
        text = "from grader import points\n" + "".join(CHECK.format(n=number) for number in range(1, size + 1))
        (folder / "test_gather.py").write_text(text, "utf-8")

        def submissions() -> Any:
            yield submission
            used = _used(backends[-1])
            yield submission
            stages.point["checks"] = _used(backends[-1]) - used

        grade_all(submissions(), folder, on_report=reports.append)
    stages("HTML", lambda: render(reports[-1], "html"))
    stages("JSON", lambda: render(reports[-1], "json"))


def of_submissions(size: int, stages: Stages) -> None:
    """Measure a class: with the start of the command, its reports, and tables of grades."""
    with tempfile.TemporaryDirectory() as scratch:
        archive = batch.packed(batch.EXERCISES[:1], size, Path(scratch, "class.zip"))
        command = batch.command(archive, batch.EXERCISES[:1], Path(scratch, "out"))
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        stages.point["batch"] = usage.ru_utime + usage.ru_stime
        stages.point["memory"] = usage.ru_maxrss / 1024


def point(what: str, size: int, profiled: str) -> Point:
    """Measure one point, in this process."""
    stages = Stages(profiled)
    stages.point["size"] = size
    if what in SOURCES:
        of_trace(what, size, stages)
    else:
        {"checks": of_checks, "submissions": of_submissions}[what](size, stages)
    stages.point.setdefault("memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return stages.point


def exponent(points: Sequence[tuple[float, float]]) -> float | None:
    """Return the power with which the second grows with the first, by least squares of logarithms."""
    places = [(math.log(size), math.log(cost)) for size, cost in points if cost >= LEAST]
    if len(places) < 2:
        return None
    across = sum(x for x, _ in places) / len(places)
    upward = sum(y for _, y in places) / len(places)
    spread = sum((x - across) ** 2 for x, _ in places)
    return sum((x - across) * (y - upward) for x, y in places) / spread


def measured(what: str, sizes: Sequence[int]) -> list[Point]:
    """Measure every point in a process of its own, and print it."""
    found = []
    for size in sizes:
        command = [sys.executable, __file__, what, "--point", str(size)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        found.append(json.loads(done.stdout))
        told = "  ".join(f"{name} {cost:.2f} s" for name, cost in found[-1].items() if name not in ("size", "memory"))
        print(f"{what:<12} {found[-1]['size']:>9,.0f}  {told}  memory {found[-1]['memory']:.0f} MiB", flush=True)
    return found


def stages_of(points: Sequence[Point]) -> list[str]:
    """Return what was measured at each point."""
    return [name for name in points[0] if name != "size"]


def drawn(table: dict[str, list[Point]]) -> str:
    """Draw time and memory."""
    said = {
        -5: "10 µs",
        -4: "0.1 ms",
        -3: "1 ms",
        -2: "10 ms",
        -1: "0.1 s",
        0: "1 s",
        1: "10 s",
        2: "100 s",
        3: "1000 s",
    }
    panels = []
    for what, points in table.items():
        costly = sorted((name for name in stages_of(points) if name != "memory"), key=lambda name: -points[-1][name])
        lines = [
            plot.Line(name, [(one["size"], one[name]) for one in points], colour)
            for name, colour in zip(costly, plot.COLOURS, strict=False)
        ]
        memory = plot.Line("largest process", [(one["size"], one["memory"]) for one in points], "one")
        panels += [
            plot.Panel(f"processor time by {what}", what, lines, said),
            plot.Panel(f"memory by {what}", what, [memory], {1: "10 MiB", 2: "100 MiB", 3: "1 GiB", 4: "10 GiB"}),
        ]
    return plot.panels("How cost grows; both axes are in powers of ten", panels)


def told(table: dict[str, list[Point]], exponents: dict[str, dict[str, float | None]], where: dict[str, object]) -> str:
    """Return the figures as Markdown."""
    rows = []
    for what, points in table.items():
        for name in stages_of(points):
            unit = "MiB" if name == "memory" else "s"
            power = exponents[what][name]
            first, last = (f"{one[name]:,.{0 if unit == 'MiB' else 2}f} {unit}" for one in (points[0], points[-1]))
            sizes = f"{points[0]['size']:,.0f} to {points[-1]['size']:,.0f} {what}"
            rows.append([f"{sizes}: {name}", first, last, "" if power is None else f"{power:.2f}"])
    return f"{page.setting(where)}\n\n{page.table(['', 'least', 'most', 'exponent'], rows)}"


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", choices=[*SIZES, []], help=f"what grows: {', '.join(SIZES)}")
    parser.add_argument("--sizes", type=int, nargs="+", help="how far, in place of the usual sizes")
    parser.add_argument(
        "--profile", default="", metavar="STAGE", help="of the last size, say where a stage's time goes"
    )
    parser.add_argument("--point", type=int, help=argparse.SUPPRESS)
    parser.add_argument("-o", "--output", type=Path, help="folder for growth.json and growth.svg")
    parser.add_argument("--page", type=Path, help="page in which the figures stand between comments, to be rewritten")
    given = parser.parse_args()
    if given.point is not None:
        print(json.dumps(point(given.what[0], given.point, "")))
        return
    if given.profile:
        print(point(given.what[0], (given.sizes or SIZES[given.what[0]])[-1], given.profile))
        return
    where = machine()
    print(", ".join(f"{key} {value}" for key, value in where.items()))
    print(
        f"limits of a run: {Limits().steps:,} steps in an exercise; {engine_events.MAX_EVENTS:,} events that a runner "
        f"tells, {session.MAX_EVENTS:,} that the judge takes; {channel.MAX_RUN >> 20} MiB of messages"
    )
    table = {what: measured(what, given.sizes or SIZES[what]) for what in given.what or SIZES}
    exponents = {
        what: {name: exponent([(one["size"], one[name]) for one in points]) for name in stages_of(points)}
        for what, points in table.items()
    }
    for what, found in exponents.items():
        known = ", ".join(f"{name} {power:.2f}" for name, power in found.items() if power is not None)
        print(f"{what}: exponents {known}")
    if given.output:
        given.output.mkdir(parents=True, exist_ok=True)
        data = {"machine": where, "points": table, "exponents": exponents}
        (given.output / "growth.json").write_text(json.dumps(data, indent=1) + "\n", "utf-8")
        (given.output / "growth.svg").write_text(drawn(table), "utf-8")
    if given.page:
        page.put(given.page, "growth", told(table, exponents, where))


if __name__ == "__main__":
    main()
