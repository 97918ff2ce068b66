"""Checks of 21_read_files: files are blocking too."""

from pathlib import PurePosixPath

from grader import any_order, anything, at, call, points, service

NAMES = ("animals.txt", "cities.txt", "empty.txt")

GIVEN = """
from pathlib import Path

DATA = Path(__file__).parent / "data"
FILES = [DATA / name for name in {names}]
"""


@points(1)
async def test_main_calls_task(submission):
    """`main` calls `task` for each of the files, once"""
    run = await submission.run("main", replace={"task": service(seconds=1, returns=1)}, may_raise=True)

    assert run.calls("task") == any_order(*[call(anything)] * len(NAMES))


@points(3, depends=test_main_calls_task)
async def test_task_counts_the_lines(submission, rng):
    """`task` returns the number of lines, also of a file that is empty, or whose last line has no newline"""
    for blank, ends in ((0, "\n"), (0, ""), (3, "\n"), (2, "")):
        name, count = f"{rng.name()}.txt", rng.randint(5, 40)
        lines = ["" if n in range(1, blank + 1) else f"{rng.name()} wächst" for n in range(count)]
        run = await submission.run("scenario:counted", name, data={name: "\n".join(lines) + ends})

        assert run.returned == count

    for text, count in ((f"{rng.name()}\n", 1), (rng.name(), 1), ("\n", 1), ("", 0)):
        run = await submission.run("scenario:counted", "short.txt", data={"short.txt": text})

        assert run.returned == count


@points(0, depends=test_task_counts_the_lines, evidence="reported")
async def test_task_closes_the_file(submission, rng):
    """`task` closes the file"""
    run = await submission.run("scenario:counted", "a.txt", data={"a.txt": _text(rng.randint(3, 40))})

    assert run.left_behind == []


@points(2, depends=test_task_counts_the_lines)
async def test_task_holds_nobody_up(submission, rng):
    """`task` opens and reads off the event loop's thread: several of them wait for the disk at the same time"""
    counts = {f"{name}.txt": rng.randint(3, 40) for name in rng.names(3)}
    times = dict(zip(counts, rng.delays(3), strict=True))
    run = await submission.run("scenario:counted_at_once", *counts, **_disk(counts, times))

    assert run.calls("data.open") == any_order(*(call(name, at=0) for name in counts))
    assert run.returned == list(counts.values())
    assert run.duration == max(times.values())


@points(2, depends=test_main_calls_task)
async def test_main_reads_all_at_the_same_time(submission, rng):
    """`main` reads all files at the same time, and ends with the slowest, whichever that is"""
    for slowest in NAMES:
        counts = {name: rng.randint(3, 40) for name in NAMES}
        times = dict(zip(NAMES, rng.delays(3), strict=True)) | {slowest: 9}
        run = await submission.run("main", **_disk(counts, times))

        assert run.calls("data.open") == any_order(*(call(name, at=0) for name in NAMES))
        assert run.output.texts == [*_lines(counts)]
        assert run.duration == 9


@points(2, depends=test_main_calls_task)
async def test_prints_the_counts_in_order(submission, rng):
    """`main` prints the name and the count of each file, in their order, then the sum, whatever they are"""
    for seconds in ((1, 2, 3), (3, 2, 1), (2, 3, 1)):
        counts = {f"{name}.txt": count for name, count in zip(rng.names(3), (1, 0, rng.number()), strict=True)}
        times = dict(zip(counts, seconds, strict=True))
        tasks = service(seconds=_by_name(times), returns=_by_name(counts))
        run = await submission.run("main", given=GIVEN.format(names=list(counts)), replace={"task": tasks})

        assert run.output.texts == [*_lines(counts)]
        assert run.duration == 3


@points(1, depends=test_main_calls_task)
async def test_prints_the_four_lines(submission):
    """The program prints its four lines, and nothing else"""
    run = await submission.run("main")

    assert run.output == [at(0, *_lines({"animals.txt": 5, "cities.txt": 3, "empty.txt": 0}))]


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_never_blocks(submission):
    """Nothing blocks the event loop, nothing polls, and nothing is left open or unfinished"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []


def _text(count):
    """Return a text of so many lines."""
    return "a line\n" * count


def _disk(counts, times):
    """Put other files in place, which have so many lines and take so long to open, by name."""
    return {
        "data": {name: _text(count) for name, count in counts.items()},
        "replace": {"data.open": service(seconds=lambda name: times[name])},
    }


def _lines(counts):
    """Return what `main` prints of files with so many lines."""
    return *(f"{name}: {count} lines" for name, count in counts.items()), f"total: {sum(counts.values())} lines"


def _by_name(values):
    """Return a function of a path, which comes as the text that Python shows for it: the value for the file's name."""
    return lambda path: values[PurePosixPath(str(path).split("'")[1]).name]
