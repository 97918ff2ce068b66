"""Words of Python that name the wrong concept are translated, and stand below as they were."""

import html
import json
import re
import subprocess
import sys

import pytest

from grader.diagnosis import Evidence, Finding, diagnose, errors, refusals
from grader.diagnosis.unread import MISPLACED, QUESTIONS
from grader.model import Diagnostic, EntryPoint, Exercise, Submission
from grader.report import render
from grader.runner import Backend, Job, run

from ..report.reports import report
from .messages import MESSAGES, Said
from .programs import FILE, LIMITS

EXERCISE = Exercise(
    slug="00_program", title="A program", concept="", file=FILE, entry_points=(EntryPoint(name="main"),)
)
SPEAK = """
import asyncio, contextlib, io, json, sys, warnings
warnings.simplefilter("ignore")
said = {}
for name, source in json.load(sys.stdin).items():
    asyncio.set_event_loop(None)
    asyncio.set_event_loop_policy(None)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(source, "program.py", "exec"), {"__name__": "__main__"})
    except BaseException as error:
        while isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]
        said[name] = f"{type(error).__name__}: {error}"
print(json.dumps(said))
"""
"""Runs programs as Python does, and tells what each of them raised."""


@pytest.fixture(scope="module")
def python() -> dict[str, str]:
    """What the interpreter itself says of each program: nothing of ours has a hand in it."""
    programs = json.dumps({name: said.program for name, said in MESSAGES.items()})
    done = subprocess.run(
        [sys.executable, "-I", "-c", SPEAK], input=programs, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def parts(said: Said) -> list[tuple[str, str]]:
    """Return (class of the exception, part of its message), of each version."""
    words = (said.words,) if isinstance(said.words, str) else said.words
    return [(one.partition(": ")[0], one.partition(": ")[2]) for one in words]


def explained(backend: Backend, program: str) -> Diagnostic:
    """Return the first diagnosis of a program of which a check failed."""
    trace = run(backend.start(), Job(files={FILE: program}, main_file=FILE, target="main", limits=LIMITS)).trace
    found = Finding(
        check="test_it", title="It works", trace=trace, reference=None, message="it did not", expected=(), actual=()
    )
    return diagnose(Evidence(source=program, exercise=EXERCISE, findings=(found,), main=trace))[0]


@pytest.mark.parametrize("name", MESSAGES)
def test_python_really_says_so(name, python):
    """The interpreter that runs this test does, so that no row is about words that nobody reads."""
    error, _, message = python[name].partition(": ")
    assert any(error == kind and words in message for kind, words in parts(MESSAGES[name]))


@pytest.mark.parametrize("name", MESSAGES)
def test_what_python_says_is_explained_with_its_words_below(name, backend):
    """In the diagnosis, in the terminal and on the page: first what was done, then Python's words."""
    said = MESSAGES[name]
    found = explained(backend, said.program)
    assert found.code == said.code
    shown = report(
        diagnostics=(found,), submission=Submission(name=FILE, source=said.program), title="A program", exercise="00"
    )
    page = html.unescape(re.sub(r"<[^>]*>", "", render(shown, "html")))
    for text in ("\n".join([found.message, *found.notes]), render(shown, "plain", width=400), page):
        flat = " ".join(text.replace("`", "").split())
        assert found.message.replace("`", "") in flat
        assert any(words in flat for _, words in parts(said))


def unread(name: str, message: str) -> str:
    """Return the text that the rows of misplaced words are about: what Python says, and the line."""
    told = re.fullmatch(r"(.*) \(program\.py, line (\d+)\)", message)
    return f"{told[1]} | {MESSAGES[name].program.splitlines()[int(told[2]) - 1].strip()}" if told else ""


@pytest.mark.parametrize(
    "pattern",
    [
        *(row.pattern.pattern for row in errors.TABLE),
        *(row.pattern for row in refusals.TABLE),
        *(row.pattern for row in MISPLACED),
        *(f".*(?:{said})" for said, _ in QUESTIONS),
    ],
)
def test_each_row_of_the_tables_is_about_words_that_python_says(pattern, python):
    """Of a program of this test at least."""
    said = [*python.values(), *(unread(name, text.partition(": ")[2]) for name, text in python.items())]
    assert any(re.match(pattern, text, re.DOTALL) for text in said)
