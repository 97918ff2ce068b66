"""`grade trace FILE`: exit codes, formats, files, Ctrl-C; in a process of its own where that matters."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.report.trace_events import problems

ROOT = Path(__file__).parents[2]

RIGHT = "import asyncio\nasyncio.run(asyncio.sleep(2))\nprint('done')\n"
WRONG = "import asyncio, time\nasync def main():\n    time.sleep(2)\nasyncio.run(main())\n"


@pytest.fixture
def program(here):
    """Write a program into the current folder."""

    def write(text):
        path = here / "app.py"
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (RIGHT, 0),
        (WRONG, 1),
        ("raise SystemExit(0)\n", 0),
        ("raise SystemExit(7)\n", 1),
        ("1 / 0\n", 1),
        ("def (\n", 1),
        ("import asyncio\nasyncio.run(asyncio.sleep(9999))\n", 1),
    ],
)
def test_the_exit_code_says_whether_all_went_well(grade, program, source, code):
    """0 is for a program that ended by itself and in which nothing wrong was seen; `--exit-zero` is for consumers."""
    program(source)
    assert grade("trace", "app.py").code == code
    assert grade("trace", "--exit-zero", "app.py").code == 0


def test_what_follows_the_file_is_the_programs_own(grade, program):
    """Options behind it are not the command's, whatever they are called."""
    program("import sys\nprint(sys.argv)\n")
    said = grade("trace", "app.py", "--format", "json", "-o", "x")
    assert "['app.py', '--format', 'json', '-o', 'x']" in said.out


def test_an_option_behind_the_file_is_pointed_out(grade, program):
    """The program got it, and perhaps it was not meant so; of an option that programs have as well nothing is said."""
    program(RIGHT)
    said = grade("trace", "app.py", "--format=html", "-o", "out.html").err
    assert said == "grade: --format=html stands behind app.py, so the program got it; what is for grade comes before.\n"


def test_the_json_has_what_happened(grade, program):
    """Outcome, duration, output and diagnostics stand at its top."""
    program(RIGHT)
    said = json.loads(grade("trace", "--format", "json", "app.py").out)
    assert said["schema"] == 1
    assert said["outcome"] == {"kind": "returned", "status": 0}
    assert said["duration"] == 2
    assert said["output"] == [{"time": 2, "stream": "stdout", "text": "done", "task": None}]
    assert said["diagnostics"] == []


MARKED = """import asyncio
from grader import mark

async def warm():
    await asyncio.sleep(1)
    mark("the cache is <warm>")
    await asyncio.sleep(1)

asyncio.run(warm())
"""


def test_a_program_names_moments_of_its_own(grade, program):
    """They stand on the lane of the call, in every format that draws one, and nothing is printed."""
    program(MARKED)
    said = json.loads(grade("trace", "--format", "json", "app.py").out)
    assert (said["output"], said["diagnostics"]) == ([], [])
    assert [call["marks"] for call in said["timeline"]["actual"]] == [[[1_000_000_000, "the cache is <warm>"]]]
    data = json.loads(grade("trace", "--format", "perfetto", "app.py").out)
    assert problems(data) == []
    events = data["traceEvents"]
    assert [(e["name"], e["ts"], e["tid"]) for e in events if e.get("cat") == "mark"] == [
        ("the cache is <warm>", 1_000_000, 1)
    ]
    page = grade("trace", "--format", "html", "app.py").out
    assert "marked at 1 s\nthe cache is &lt;warm&gt;" in page
    assert "mark of the program’s own" in page
    assert "At 1 s `warm()` marked “the cache is <warm>”." in grade("trace", "--format", "plain", "app.py").out


def test_a_mark_does_nothing_without_the_grader(program):
    """A program that is run by hand goes on."""
    path = program(MARKED.replace("sleep(1)", "sleep(0)"))
    done = subprocess.run([sys.executable, path], capture_output=True, text=True, env={"PYTHONPATH": str(ROOT)})
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.parametrize("format", ["plain", "terminal", "html", "json", "perfetto"])
def test_every_format_can_be_written_to_a_file(grade, program, here, format):
    """Nothing goes to standard output then."""
    program(RIGHT)
    said = grade("trace", "--format", format, "-o", "out", "app.py")
    assert (said.code, said.out) == (0, "")
    assert "app.py" in (here / "out").read_text("utf-8")


def test_the_trace_never_takes_the_programs_place(grade, program):
    """`-o` with the program's own file is wrong usage."""
    path = program(RIGHT)
    said = grade("trace", "-o", "app.py", "app.py")
    assert (said.code, path.read_text("utf-8")) == (4, RIGHT)


def test_a_file_that_is_not_there_is_told(grade, here):
    """As elsewhere in the command."""
    said = grade("trace", "nothing.py")
    assert (said.code, said.err) == (5, "grade: no file nothing.py: name a program that is there\n")


def test_a_folder_is_no_program(grade, here):
    """It is told as what it is, and not as an exercise that lacks something."""
    said = grade("trace", ".")
    assert (said.code, said.err) == (4, "grade: . is a folder: name the Python file in it that is to be run\n")


def test_a_python_that_is_not_there_is_told(grade, program):
    """It is wrong usage."""
    program(RIGHT)
    said = grade("trace", "--python", "no-such-python", "app.py")
    assert said.code == 4
    assert "no-such-python" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send there")
def test_ctrl_c_ends_with_what_was_seen_so_far(tmp_path):
    """Without a traceback, with exit code 2; the program tells that it has begun by a file."""
    (tmp_path / "app.py").write_text(
        "import asyncio\n"
        "async def main():\n"
        "    async with await asyncio.start_server(print, '127.0.0.1', 0) as server:\n"
        "        print('serving')\n"
        "        open('begun', 'w').close()\n"
        "        await server.serve_forever()\n"
        "asyncio.run(main())\n",
        "utf-8",
    )
    os.mkfifo(tmp_path / "begun")
    process = subprocess.Popen(
        [sys.executable, "-m", "grader", "trace", "--real-time", "app.py"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with (tmp_path / "begun").open():  # opened at the other end: it has begun
        process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (2, "")
    assert "Interrupted" in out
    assert "serving" in out
