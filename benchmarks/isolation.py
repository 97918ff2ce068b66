"""What confinement costs, and whether judge and zygote stay as they are over many runs."""

from __future__ import annotations

import argparse
import os
import statistics
import time
from pathlib import Path

from grader.exercise import course_root, load_exercise, read_submission
from grader.runner import Backend, Job, isolation, run, start

ROOT = course_root()
FOLDER = ROOT / "exercises" / "02_gather"
SUBMISSION = read_submission(ROOT / "solutions" / "02_gather" / "gather.py")


def job() -> Job:
    """Return the run that is repeated: `main` of 02_gather, by the reference solution."""
    exercise = load_exercise(FOLDER)
    return Job(files={exercise.file: SUBMISSION.source}, main_file=exercise.file, target="main", limits=exercise.limits)


def costs(times: int) -> None:
    """Print wall and processor time of a run, confined and not, in turn; processor time is that of every process."""
    backends = {name: start("fork", confined=confined) for name, confined in (("sealed", True), ("none", False))}
    wall: dict[str, list[float]] = {name: [] for name in backends}
    cpu: dict[str, list[float]] = {name: [] for name in backends}
    for name, backend in backends.items():
        print(f"{name}: probed as {isolation.probe(backend).tier}")
    for _ in range(times + 1):
        for name, backend in backends.items():
            begun, used = time.perf_counter(), _used(backend)
            run(backend.start(), job())
            wall[name].append((time.perf_counter() - begun) * 1000)
            cpu[name].append((_used(backend) - used) * 1000)
    for name, backend in backends.items():
        print(
            f"{name:8} a judged run, median of {times}: {statistics.median(wall[name][1:]):6.2f} ms wall,"
            f" {statistics.mean(cpu[name][1:]):6.2f} ms processor time (mean)"
        )
        backend.close()


def endurance(times: int) -> None:
    """Print the memory of judge and zygote while runs go on, and what is left afterwards."""
    backend = start("fork")
    before = _left()
    zygote = _zygote(backend)
    begun = time.perf_counter()
    for number in range(times + 1):
        if number % max(times // 10, 1) == 0:
            rate = number / (time.perf_counter() - begun)
            print(
                f"{number:6} runs  judge {_resident('self')} KiB  zygote {_resident(zygote)} KiB  {rate:5.1f} runs/s",
                flush=True,
            )
        run(backend.start(), job())
    backend.close()
    print(f"left behind: {sorted(_left() - before) or 'nothing'}")


def _zygote(backend: Backend) -> int:
    found: int = backend._process.pid  # type: ignore[attr-defined]
    return found


def _used(backend: Backend) -> float:
    """Return the processor time of this process, the zygote and all its runners, in seconds."""
    fields = Path(f"/proc/{_zygote(backend)}/stat").read_text().rpartition(")")[2].split()
    ticks = sum(map(int, fields[11:15]))
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def _resident(process: int | str) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def _left() -> set[str]:
    """Return what a run could leave: processes, temporary files, shared memory."""
    processes = {f"process {path.name}" for path in Path("/proc").iterdir() if path.name.isdecimal()}
    files = {str(path) for folder in ("/tmp", "/dev/shm") for path in Path(folder).glob("*")}
    keys = set(Path("/proc/sysvipc/shm").read_text().splitlines()[1:])
    return processes | files | keys


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=50, help="repetitions of a run whose cost is measured (50)")
    parser.add_argument("--runs", type=int, default=1_000, help="runs while memory is watched (1000)")
    arguments = parser.parse_args()
    costs(arguments.n)
    endurance(arguments.runs)


if __name__ == "__main__":
    main()
