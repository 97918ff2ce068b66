"""`grade batch` grades a class, and says what is wrong with what it is asked."""

import csv
import io
import json
import stat
import zipfile
from pathlib import Path

import pytest

from grader.cli import main

PROGRAMS = Path(__file__).parents[2] / "solutions" / "02_gather"
OUTSIDE = "has a name that leads out of the archive"


@pytest.fixture
def handed_in(here):
    """Two programs and one that is none, a folder each."""
    texts = {
        "ann": (PROGRAMS / "gather.py").read_bytes(),
        "bob": (PROGRAMS / "rejected" / "two_awaits_in_a_row.py").read_bytes(),
        "cy": b"\0",
    }
    for student, text in texts.items():
        (here / "in" / student).mkdir(parents=True)
        (here / "in" / student / "gather.py").write_bytes(text)
    return here / "in"


def test_a_class_is_graded(handed_in, here, capfd):
    """On processes of its own; the second time there is nothing to do, and a page that is gone comes back."""
    assert main(["batch", str(handed_in), "--exercise", "gather", "-o", "graded"]) == 1
    said = capfd.readouterr()
    assert said.err == ""
    assert said.out.splitlines() == [
        "3 students (folders), 2 graded now: 1 passed, 1 failed, 1 unreadable",
        "  not graded: cy: gather.py has a zero byte (at offset 0), and is no text: save it as text in UTF-8",
        f"Grades: {Path('graded', '02_gather', 'grades.csv')}",
        f"Overview: {Path('graded', '02_gather', 'overview.html')}",
    ]
    table = (here / "graded" / "02_gather" / "grades.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert [(row["student"], row["status"], row["cause"]) for row in rows] == [
        ("ann", "passed", ""),
        ("bob", "failed", "sequential-awaits"),
        ("cy", "unreadable", ""),
    ]
    (here / "canvas.csv").write_text("Student,ID,SIS Login ID,Section,Ex (1)\nAnn,ann,a,A,\nDi,di,d,A,\n", "utf-8")
    page = here / "graded" / "02_gather" / "report-bob.html"
    before = page.read_bytes()
    page.unlink()
    again = ["batch", str(handed_in), "--exercise", "gather", "-o", "graded", "--gradebook", "canvas.csv"]
    assert main(again) == 1
    assert capfd.readouterr().out.splitlines() == [
        "4 students (folders), 0 graded now: 1 passed, 1 failed, 1 missing, 1 unreadable",
        "  not graded: cy: gather.py has a zero byte (at offset 0), and is no text: save it as text in UTF-8",
        "  missing: Di",
        f"Canvas's table was filled in (Ex (1)): {Path('graded', '02_gather', 'canvas.csv')}",
        "  not in the table: bob",
        "  not in the table: cy",
        f"Grades: {Path('graded', '02_gather', 'grades.csv')}",
        f"Overview: {Path('graded', '02_gather', 'overview.html')}",
    ]
    filled = (here / "graded" / "02_gather" / "canvas.csv").read_text("utf-8")
    assert filled.splitlines()[1:] == ["Ann,ann,a,A,12", "Di,di,d,A,"]
    assert page.read_bytes() == before
    after = (here / "graded" / "02_gather" / "grades.csv").read_bytes()
    missing = b"di,Di,02_gather,missing,,0,,,,,nothing was handed in for it\r\n"
    assert after == table.replace(b"ann,ann,", b"ann,Ann,") + missing


def test_a_hostile_archive_harms_nobody_but_its_author(here, capfd):
    """Names that lead out, links, bombs, devices, formulas: told, and the rest of the class is graded."""
    link = zipfile.ZipInfo("Lin_3_assignsubmission_file/gather.py")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    entries = [
        ("Ann_1_assignsubmission_file/gather.py", (PROGRAMS / "gather.py").read_bytes()),
        ("../up_2_assignsubmission_file/gather.py", b"x"),
        (link, b"/etc/passwd"),
        ("Bo_4_assignsubmission_file/gather.py", bytes(64 * 2**20)),
        ("=cmd|calc!A0_5_assignsubmission_file/../../up.py", b"x"),
        ("\x1b[2J_6_assignsubmission_file/notes.txt", b"x"),
    ]
    with zipfile.ZipFile(here / "class.zip", "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries:
            made.writestr(name, data)
    before = {path for path in here.parent.rglob("*") if "graded" not in path.parts}
    assert main(["batch", "class.zip", "-e", "02", "-o", "graded"]) == 1
    assert {path for path in here.parent.rglob("*") if "graded" not in path.parts} == before
    assert {path.name for path in (here / "graded" / "02_gather").iterdir()} == {
        "grades.csv",
        "feedback.zip",
        "overview.html",
        "report-ann-1.html",
        "report-ann-1.json",
    }
    said = capfd.readouterr().out
    assert said.splitlines()[1:-2] == [
        "  not graded: Lin: no Python file was handed in: gather.py is no regular file",
        "  not graded: Bo: no Python file was handed in: gather.py is larger than 4 MiB",
        f"  not graded: =cmd|calc!A0: no Python file was handed in: ../../up.py {OUTSIDE}",
        r"  not graded: \x1b[2J: no Python file was handed in",
        "  not graded, as the names do not say whose they are: '../up_2_assignsubmission_file/gather.py'",
    ]


def test_a_class_is_graded_in_several_exercises(here, capfd):
    """Files for each are found, tables and pages follow, and the second time there is nothing to do."""
    fetch = PROGRAMS.parent / "24_fetch_pages"
    entries = {
        ("Ann Lee", 1): {
            "gather.py": PROGRAMS / "gather.py",
            "hw24.ipynb": fetch / "fetch_pages.py",
        },
        ("Bo Kent", 2): {
            "a.py": PROGRAMS / "rejected" / "two_awaits_in_a_row.py",
            "b.py": fetch / "rejected" / "await_in_loop.py",
        },
        ("Cy Roe", 3): {"02/solution.py": PROGRAMS / "gather.py"},
    }
    with zipfile.ZipFile(here / "class.zip", "w") as made:
        for (name, number), files in entries.items():
            for file, program in files.items():
                text = program.read_text("utf-8")
                cell = json.dumps({"cells": [{"cell_type": "code", "source": text}]})
                entry = f"{name}_{number}_assignsubmission_file/{file}"
                made.writestr(entry, cell if file.endswith(".ipynb") else text)
    (here / "class.csv").write_text(
        "Identifier,Full name,Status,Grade,Maximum Grade,Comments\n"
        + "".join(f"Participant {number},{name},-,,100.00,\n" for name, number in [*entries, ("Di Fox", 4)]),
        "utf-8",
    )
    asked = ["batch", "class.zip", "-e", "02", "-e", "24", "-o", "graded", "--gradebook", "class.csv"]
    assert main(asked) == 0
    said = capfd.readouterr()
    assert said.err == ""
    assert said.out.splitlines() == [
        "4 students (moodle), 5 graded now:",
        "  02_gather: 2 passed, 1 failed, 1 missing",
        "  24_fetch_pages: 1 passed, 1 failed, 2 missing",
        "  missing: 02_gather: Di Fox",
        "  missing: 24_fetch_pages: Cy Roe, Di Fox",
        f"Moodle's table was filled in (Grade): {Path('graded', 'class.csv')}",
        f"Grades: {Path('graded', 'grades.csv')}",
        f"Students and exercises: {Path('graded', 'summary.csv')}",
        f"Overview: {Path('graded', 'overview.html')}",
    ]
    out = here / "graded"
    rows = list(csv.DictReader(io.StringIO((out / "grades.csv").read_text("utf-8-sig"))))
    assert [(row["name"], row["exercise"], row["status"]) for row in rows[:4]] == [
        ("Ann Lee", "02_gather", "passed"),
        ("Ann Lee", "24_fetch_pages", "passed"),
        ("Bo Kent", "02_gather", "failed"),
        ("Bo Kent", "24_fetch_pages", "failed"),
    ]
    summary = list(csv.reader(io.StringIO((out / "summary.csv").read_text("utf-8-sig"))))
    assert summary[0] == ["student", "name", "02_gather", "24_fetch_pages", "total", "max_total"]
    assert summary[1][2:] == ["12", rows[1]["score"], str(12 + int(rows[1]["score"])), summary[1][4]]
    assert (summary[3][2:5], summary[4][2:5]) == (["12", "", "12"], ["", "", "0"])
    with zipfile.ZipFile(out / "feedback.zip") as opened:
        assert "Ann Lee_1_assignsubmission_file/report-24_fetch_pages.html" in opened.namelist()
        assert len(opened.namelist()) == 5
    assert (
        (out / "class.csv")
        .read_text("utf-8")
        .splitlines()[1]
        .startswith("Participant 1,Ann Lee,-,100,100.00,02_gather")
    )
    files = {path: path.read_bytes() for path in out.rglob("*") if path.suffix in (".csv", ".html", ".json", ".zip")}
    assert main(asked) == 0
    assert capfd.readouterr().out.startswith("4 students (moodle), 0 graded now:")
    assert files == {path: path.read_bytes() for path in files}


MISTAKES = {
    "no layout 'x'; there are: moodle": ["--layout", "x"],
    "--layout and --pattern contradict each other": ["--layout", "moodle", "--pattern", "(?P<student>.*)"],
    "has no group (?P<student>": ["--pattern", ".*"],
    "--unsafe-no-sandbox and --require sealed contradict each other": ["--unsafe-no-sandbox", "--require", "sealed"],
    "no program whose name says whose it is": ["--pattern", "(?P<student>nobody)"],
}


@pytest.mark.parametrize("told", MISTAKES)
def test_what_cannot_be_done_as_asked_is_told(handed_in, capsys, told):
    """In one sentence, and nothing is written."""
    assert main(["batch", str(handed_in), "-e", "02", "-o", "graded", *MISTAKES[told]]) == 4
    assert told in capsys.readouterr().err
    assert not Path("graded").exists()


def test_an_archive_that_is_not_there_is_told(here, capsys):
    """As everywhere."""
    assert main(["batch", "class.zip", "-e", "02", "-o", "graded"]) == 5
    assert f"no file or folder {here / 'class.zip'}" in capsys.readouterr().err
