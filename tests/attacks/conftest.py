"""The corpus of attacks: wrong programs that try to pass, to read, to reach, to outlast, and what must come of each.

    corpus        the attacks, one file each, or a folder where one brings others with it
    sources       those that are too large for a file, or no text
    controls      right programs that look unusual, and must pass
    entries       the table: attack → oracles, endings, control
    oracles       what must hold of the command and of what stands about it
    control       how an attack is shown to be one
    exercise      the exercise that they are handed in for; its checks and its solution hold a secret
    naive         graders that believe what they see
    surroundings  what an attack reaches for
    people        who grades: whoever runs the tests, or an ordinary user
    command       how the command is run, and with which options
    warden        sees from outside what became of it

To add an attack: write a wrong program to `corpus`, with `fetch_all` (`main` is added), that says `won: …` of what it
should not have been able to do. Where it succeeds it must be harmless beyond the test: it bounds what it makes, and
leaves alone every process but its neighbour and those above it, up to the warden. `@WORD@` stands for what
`surroundings` tells. Then add a row to `entries`. The full matrix runs with `-m "attacks_full or not attacks_full"`.
"""

import json
import os
import secrets
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from .command import NAIVE_SECONDS, OPEN, Evidence, grade, naive
from .entries import Entry
from .people import Person, oneself, ordinary
from .sources import SOURCES
from .surroundings import HERE, Course, Surroundings

collect_ignore_glob = ["exercise/*", "corpus/*", "controls/*", "naive/*"]


@pytest.fixture(scope="session")
def ground(tmp_path_factory):
    """A folder that everybody can enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="attacks-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def course(ground) -> Course:
    """The exercise, with a secret of this session's."""
    return Course(ground / "course")


@pytest.fixture(scope="session")
def somebody(ground) -> Person:
    """An ordinary user. Only root can become one."""
    if os.geteuid() != 0:
        pytest.skip("whoever runs the tests is an ordinary user already")
    folder = ground / "python"
    folder.mkdir()
    try:
        return ordinary(folder)
    except OSError as problem:
        pytest.skip(str(problem))


class Trial:
    """An attack, tried as often as need be, each time in fresh surroundings."""

    def __init__(self, entry: Entry, ground: Path, course: Course, person: Person, namespaces: bool = True) -> None:
        self.entry, self.ground, self.course, self.person = entry, ground, course, person
        self.namespaces = namespaces

    def graded(self, options) -> Evidence:
        """Try it on the command."""
        entry = self.entry
        return self._in_turn(lambda about, file: grade(about, file, options, self.namespaces, entry.here))

    def open(self) -> Evidence:
        """Try it on the command, without defence."""
        return self.graded(OPEN)

    def naive(self, grader: str, seconds: float = NAIVE_SECONDS) -> Evidence:
        """Try it on a naive grader, which knows one name for what is handed in."""
        entry = replace(self.entry, file="fetch_all.py")
        trial = Trial(entry, self.ground, self.course, self.person)
        return trial._in_turn(lambda about, file: naive(about, file, grader, seconds))

    def healthy(self) -> Evidence:
        """Grade the program that hostile ones are made from."""
        entry = Entry("hostile_source:healthy", "", frozenset(), "")
        return Trial(entry, self.ground, self.course, self.person).open()

    def _in_turn(self, run) -> Evidence:
        entry = self.entry
        shared = {"CHANNEL": f"marker-{secrets.token_hex(8)}", "KEY": str(secrets.randbits(30)), "LEAKED": "{}"}
        if entry.before is not None:
            first = self._once(run, {**shared, **entry.before})
            shared["LEAKED"] = leaked(first)
        return self._once(run, {**shared, **entry.words})

    def _once(self, run, words) -> Evidence:
        folder = Path(tempfile.mkdtemp(dir=self.ground))
        folder.chmod(0o755)
        about = Surroundings(folder, self.course, self.person)
        try:
            return run(about, about.write(program(self.entry.name), words, self.entry.file))
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def program(name: str) -> Path | bytes:
    """Return a program of the corpus or of the controls: a file, a folder, or bytes."""
    kind, _, variant = name.partition(":")
    if kind == "hostile_source":
        return SOURCES[variant]
    if kind == "controls":
        return HERE / "controls" / f"{variant}.py"
    folder = HERE / "corpus" / kind
    return folder if folder.is_dir() else folder.with_suffix(".py")


def leaked(seen: Evidence) -> str:
    """Return what a report let out, as JSON."""
    found = {}
    for part in seen.said.split("leak:{")[1:]:
        text = "{" + part.partition("}")[0].replace('\\"', '"').replace("&#34;", '"') + "}"
        try:
            found |= json.loads(text)
        except ValueError:
            continue
    return json.dumps(found)


@pytest.fixture
def trial(ground, course):
    """Try an attack as whoever runs the tests."""
    return lambda entry, person=None, **options: Trial(entry, ground, course, person or oneself(), **options)


if sys.platform != "linux":
    collect_ignore_glob.append("test_*.py")
