"""Pages of the documentation as what they ask a reader to do: files are written, commands are run, output is compared.

What is to be done with a block of code follows from its language, unless a comment before it says otherwise:

    <!-- file: PATH -->          the block is written there; `more: PATH` adds it to what is there
    <!-- checks: PROGRAM -->     its checks, with those above, pass for this program, as ones of 02_gather
    <!-- command: NAME -->       CI runs it
    <!-- same as: PAGE -->       that page has the same block, and it is run there
    <!-- test: NAME -->          a test of that name in tests/test_docs.py runs it
    <!-- not run: REASON -->     nothing runs it

`<!-- given: PATH = SOURCE -->` lays a file of ours where a reader has one of their own, also into `some.zip/`.

`python -m tests.docs.pages` writes anew what commands print, where it is not as shown, and counts the blocks.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import takewhile
from pathlib import Path
from unittest.mock import patch

from grader.cli import main
from grader.exercise import read_submission
from grader.judge import grade

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "CONTRIBUTING.md", *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("docs/**/*.md")))

LANGUAGES = {
    "bash": "shell",
    "console": "session",
    "ipython": "cell",
    "powershell": "powershell",
    "python": "python",
    "sh": "shell",
}
"""Language of a block -> what is done with it where no comment says otherwise; blocks of others hold data."""

ELSEWHERE = ("cell", "command", "same as", "test")
"""What is run by something else: the test of notebooks, CI, another page, a test of its own."""

SURROUNDINGS = {"COLUMNS": "80", "CI": "", "ASYNCGRADE_PLAIN": ""}

_MARK = re.compile(r"<!-- (checks|command|file|given|more|not run|same as|test)(?:: (.*))? -->")
_SESSION = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_LEFT_OUT = re.compile(r"^…\n", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing to do."""

    line: int
    kind: str
    """What is done: a word of a comment, or of LANGUAGES."""
    what: str
    """What stands behind the word."""
    text: str = ""
    """The block."""


def steps(page: str) -> Iterator[Step]:
    """Return what a page asks for, in order; a block that holds data and is not written to a file asks for nothing."""
    kind = what = ""
    lines = iter(enumerate((ROOT / page).read_text("utf-8").splitlines(keepends=True), 1))
    for number, line in lines:
        if mark := _MARK.fullmatch(line.strip()):
            if mark[1] == "given":
                yield Step(line=number, kind="given", what=mark[2])
            else:
                kind, what = mark[1], mark[2] or ""
            continue
        if line.startswith("```"):
            text = "".join(inside for _, inside in takewhile(lambda each: not each[1].startswith("```"), lines))
            done = kind or LANGUAGES.get(line[3:].strip(), "")
            if done:
                yield Step(line=number, kind=done, what=what, text=text)
        if line.strip():
            kind = what = ""


@dataclass
class Reader:
    """Does what a page says, in a folder of its own, and keeps what was printed otherwise than shown."""

    folder: Path
    names: dict[str, object] = field(default_factory=dict)
    """What the page's Python has defined."""
    checks: str = ""
    """The checks so far."""
    differences: list[tuple[Step, str, str, str]] = field(default_factory=list)
    """(step, command, shown, printed)."""

    def read(self, page: str) -> None:
        """Do all that a page says."""
        with chdir(self.folder), patch.dict(os.environ, SURROUNDINGS):
            for step in steps(page):
                self.do(step)

    def do(self, step: Step) -> None:
        """Do one thing."""
        match step.kind:
            case "given":
                self._give(*step.what.split(" = "))
            case "file" | "more":
                file = Path(step.what)
                file.parent.mkdir(parents=True, exist_ok=True)
                before = file.read_text("utf-8") if step.kind == "more" else ""
                file.write_text(before + step.text, "utf-8")
            case "shell":
                with chdir(self.folder):
                    for line in step.text.splitlines():
                        run(line)
            case "session":
                for command, shown in _SESSION.findall(step.text):
                    printed = run(command)
                    if not is_shown(shown, printed):
                        self.differences.append((step, command, shown, printed))
            case "python":
                exec(compile(step.text, f"line {step.line}", "exec"), self.names)
            case "checks":
                self.checks += step.text
                named = set(re.findall(r"^async def (test_\w+)", step.text, re.MULTILINE))
                passed = {
                    name for name, status in checked(self.checks, self.folder, ROOT / step.what) if status == "passed"
                }
                assert named <= passed, f"line {step.line}: {', '.join(named - passed)} did not pass for {step.what}"

    def _give(self, name: str, source: str) -> None:
        archive, inside, entry = name.partition(".zip/")
        if inside:
            with zipfile.ZipFile(self.folder / f"{archive}.zip", "a") as made:
                made.write(ROOT / source, entry)
            return
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / source, file)


def run(line: str) -> str:
    """Run a line of a shell, `grade` in this process, and return what it printed to standard output."""
    match shlex.split(line, comments=True):
        case ["cd", folder]:
            os.chdir(folder)
        case ["grade", *arguments]:
            return said(arguments)
        case _:
            done = subprocess.run(["bash", "-euc", line], capture_output=True, text=True, check=True)
            return done.stdout
    return ""


def said(arguments: list[str]) -> str:
    """Run the command, and return what it printed. Wrong usage and errors of its own are none that a page shows."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
    out.flush()
    err.flush()
    assert code in (0, 1), f"{arguments}: {err.buffer.getvalue().decode()}"
    return out.buffer.getvalue().decode()


def is_shown(shown: str, printed: str) -> bool:
    """Tell whether all that was printed is shown, but for what a `…` stands for: lines, or the rest of one."""
    parts = ("".join(map(_pattern, part.splitlines())) for part in _LEFT_OUT.split(shown))
    return re.fullmatch("(?:.*\n)*".join(parts), printed) is not None


def _pattern(line: str) -> str:
    return re.escape(line).replace(r"\ …", " .*") + "\n"


def shown_anew(shown: str, printed: str) -> str:
    """Return what is to be shown of what was printed: the parts that are shown, from their first line to their last.

    >>> shown_anew("a 1\\n…\\nc 1\\n", "a 2\\nb 2\\nc 2\\n")
    'a 2\\n…\\nc 2\\n'
    """
    lines = printed.splitlines(keepends=True)
    parts = [part.splitlines(keepends=True) for part in _LEFT_OUT.split(shown)]
    begun = [line for part in parts for line in part if line.endswith(" …\n")]
    lines = [next((line for line in begun if each.startswith(line[:-2])), each) for each in lines]
    made, place = [], 0
    for number, part in enumerate(parts):
        start = place if number == 0 else _nearest(lines, part[:1], place)
        end = len(lines) if number == len(parts) - 1 else _nearest(lines, part[-1:], start) + 1
        made.append("".join(lines[start:end]) if part else "")
        place = end if part else place
    return "…\n".join(made)


def _nearest(lines: list[str], wanted: list[str], place: int) -> int:
    found = [close for each in wanted for close in get_close_matches(each, lines[place:], n=1, cutoff=0)]
    return lines.index(found[0], place) if found else place


def checked(checks: str, folder: Path, program: Path) -> list[tuple[str, str]]:
    """Grade a program by 02_gather with these checks in place of its own, and return the names and their statuses."""
    report = grade(read_submission(program), exercise_with(Path(tempfile.mkdtemp(dir=folder)), checks))
    return [(result.name, result.status) for result in report.results]


def exercise_with(folder: Path, checks: str) -> Path:
    """Copy 02_gather, with these checks in place of its own and its solution beside it."""
    exercise = folder / "exercises" / "02_gather"
    ignored = shutil.ignore_patterns("test_*", ".*", "__pycache__")
    shutil.copytree(ROOT / "exercises" / "02_gather", exercise, ignore=ignored)
    (exercise / "test_gather.py").write_text(checks, "utf-8")
    return exercise


def counted() -> Counter[str]:
    """Count the blocks of all pages by what is done with them."""
    return Counter(step.kind for page in PAGES for step in steps(page) if step.kind != "given")


def write() -> None:
    """Write anew what the pages show of what commands print."""
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            reader = Reader(Path(folder))
            reader.read(page)
        text = (ROOT / page).read_text("utf-8")
        for _, command, shown, printed in reader.differences:
            text = text.replace(f"$ {command}\n{shown}", f"$ {command}\n{shown_anew(shown, printed)}")
        (ROOT / page).write_text(text, "utf-8")
        print(f"{page}: {len(reader.differences)} outputs written anew")
    print(dict(counted()))


if __name__ == "__main__":
    write()
