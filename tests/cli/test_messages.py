"""What the command says: of wrong use as a text that is read like prose, and every message by the rules of its style.

`python -m tests.cli.test_messages` writes the text anew.
"""

import ast
import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

import pytest

import grader
from grader.cli import main

GOLDEN = Path(__file__).with_name("misuse.txt")

OUTSIDE = ("", "02", "list", "init", "init full", "reset 02", "report", "solution 02", "trace", "trace full")
"""Typed in a folder that is no course folder."""

INSIDE = (
    *("99", "prducer", "gathr.py", "gone.py", "README.md", "02 03", "lsit", "test 02", "02_gather -e 03 -e"),
    *("--frmat json", "02 --format", "02 --format xml", "02 --plain=yes", "02 --require sealed --unsafe-no-sandbox"),
    *("02 --checks missing", "02 --grading missing.toml", "02 --for everybody"),
    *("02 -o 02_gather/gather.py", "init .", "init 02_gather/new", "hint 99", "reset", "reset 02", "solution 02"),
    *("report", "report 03", "explain gather-misue", "explain a b", "completion", "completion tcsh", "next 99"),
    *(
        "predict 02 --solution",
        "watch 02 03",
        "watch gone.py",
        "trace",
        "trace gone.py",
        "trace .",
        "trace --limit 0 x",
    ),
    *("new 02_gather", "new Tea", "verify", "verify 99", "gradescope-zip", "gradescope-zip 02 --seconds 5"),
    *("batch", "batch x -e 02", "batch x -e 02 -o out", "batch x -e 02 -o out --layout mood", "show out Bo"),
    *("batch x -e 02 -o out -j 0", "regrade out", "compare out out", "forget out Bo"),
)
"""Typed in a fresh course folder."""


def transcript(folder: Path) -> str:
    """Return what was typed, what was said, and the exit code, for each of the above."""
    (folder / "full").mkdir()
    (folder / "full" / "notes.txt").touch()
    said = [_typed(line, folder, folder) for line in OUTSIDE]
    with contextlib.redirect_stdout(io.StringIO()):
        main(["init", str(folder / "mine")])
    (folder / "mine" / "gather.py").touch()
    return "\n".join([*said, *(_typed(line, folder / "mine", folder) for line in INSIDE)])


def _typed(line: str, here: Path, folder: Path) -> str:
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    with contextlib.chdir(here), contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main(shlex.split(line))
    words = out.buffer.getvalue().decode().replace(str(folder), "FOLDER")
    course = str(Path(grader.__file__).parents[1])
    return f"$ grade {line}".rstrip() + f"\n{words.replace(course, 'COURSE')}[{code}]\n"


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """The transcript."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "80")
        patch.delenv("CI", raising=False)
        patch.setattr("sys.stdin", io.StringIO())
        return transcript(tmp_path_factory.mktemp("said"))


def test_what_is_said_of_wrong_use_is_as_reviewed(said):
    """Each of them was read and found good."""
    assert said == GOLDEN.read_text("utf-8")


def test_wrong_use_is_told_with_what_to_do(said):
    """In a few lines without a traceback; a command, a name or a question leads on."""
    blocks = re.split(r"\n(?=\$ grade)", said)
    assert len(blocks) == len(OUTSIDE) + len(INSIDE)
    for block in blocks:
        typed, *lines, code = block.rstrip().split("\n")
        assert code in ("[4]", "[5]") or typed in ("$ grade init .",), block
        assert 1 <= len(lines) <= 4, block
        assert lines[0].startswith("grade: ") or code == "[0]", block
        assert re.search(r"`|\?|: |; |--\w", "\n".join(lines).removeprefix("grade: ")), block
        first = re.sub(r"(\'\w+\'(, )?){4,}", "…", lines[0].removeprefix("grade: ").split(". ")[0])
        assert len(first) <= 140, block


# --- every message, in the source ------------------------------------------------------------------------------------

PACKAGES = ("cli", "watch", "course", "batch", "judge", "report", "runner", "tracing")
"""Packages whose words people see who call the command, or read its reports."""

NOT_SAID = ("scaffold.py", "journal.py", "listings.py", "page.py")
"""Modules whose texts are files, queries, patterns and protocols."""

RULES = {
    "nobody is spoken to, and nobody speaks": r"\b(you|I|me|we|us|our|ours|please|sorry|oops)\b",
    "nothing is belittled": r"\b(just|simply|obviously|easy|easily|trivial|merely|of course)\b",
    "nobody is blamed": r"\b(illegal|bad|stupid|forgot|your (mistake|fault|error))\b",
    "words are plain": r"\b(invalid|unexpected|unable|failed to|regex|std(in|out|err)|errno|NUL|parsed?|abort(ed)?)\b",
    "nothing is shouted": r"\w!(\s|$)|\b(ERROR|WARNING|FATAL)\b",
    "words are written out": r"\b(e\.g\.|i\.e\.|etc\.)|\b(don't|can't|isn't|doesn't|won't|it's)\b",
    "British spelling": r"\b(color|behavior|canceled|organize|recognize|analyze)\w*\b",
}
"""What holds of every message -> what none of them has."""


def _messages(path: Path) -> list[tuple[str, bool]]:
    """Return the texts of a module that are words, but for docstrings, each with whether it is raised."""
    tree = ast.parse(path.read_text("utf-8"))
    raised = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Raise) for part in ast.walk(node)}
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    docs -= {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name == "command" and isinstance(node.body[0], ast.Expr)
    }
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    return [
        (text, id(node) in raised)
        for node in ast.walk(tree)
        if id(node) not in docs | parts and (text := _text(node)) and re.search(r"[a-z]{2,} .*[a-z{]", text)
    ]


def _text(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(_text(value) if isinstance(value, ast.Constant) else "{}" for value in values)
        case _:
            return ""


@pytest.fixture(scope="module")
def messages() -> list[tuple[str, bool]]:
    """Return every message with the name of its module, and whether it is raised."""
    return [
        (f"{path.name}: {text}", is_raised)
        for place in ("*.py", *(f"{package}/**/*.py" for package in PACKAGES))
        for path in sorted(Path(grader.__file__).parent.glob(place))
        if path.name not in NOT_SAID
        for text, is_raised in _messages(path)
    ]


@pytest.mark.parametrize("rule", RULES)
def test_every_message_keeps_to_the_style(messages, rule):
    """The words of the command are those of STYLE, wherever they stand."""
    assert len(messages) > 800
    assert [text for text, _ in messages if re.search(RULES[rule], text)] == []


def test_errors_begin_small_and_end_as_sentences_do(messages):
    """They stand behind `grade: `; where there are several sentences each one ends, unless with what is to be typed."""
    raised = [text.partition(": ")[2] for text, is_raised in messages if is_raised]
    assert len(raised) > 150
    assert [text for text in raised if re.match(r"[A-Z][a-z]+ ", text)] == []
    assert [text for text in raised if ". " in text and not re.search(r"[.`}\n?]$", text)] == []
    assert [text for text in raised if re.search(r"^[^.`]*\.$", text)] == []


if __name__ == "__main__":
    os.environ["COLUMNS"] = "80"
    os.environ.pop("CI", None)
    sys.stdin = io.StringIO()
    with tempfile.TemporaryDirectory() as place:
        GOLDEN.write_text(transcript(Path(place).resolve()), "utf-8")
