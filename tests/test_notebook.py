"""`%%grade` in a real kernel: one notebook, whose cells are run once; each test looks at one of them.

The cells of the page on notebooks are among them.
"""

import re
from pathlib import Path

import nbformat
import pytest
from IPython.core.error import UsageError
from nbclient import NotebookClient

from grader.notebook import command, frame, of_a_notebook, run

ROOT = Path(__file__).parents[1]
RIGHT = (ROOT / "solutions" / "02_gather" / "gather.py").read_text("utf-8")
UNGUARDED, GUARD, _ = RIGHT.partition("\n\nif __name__")

PAGE = (ROOT / "docs" / "how-to" / "notebooks.md").read_text("utf-8")
LOAD, WRONG, RIGHT_ONE, USE = re.findall(r"^```ipython\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)

CELLS = {
    "load": LOAD,
    "ticks": "import asyncio\nticker = asyncio.create_task(asyncio.sleep(0, 'the loop goes on'))",
    "wrong": WRONG,
    "not run": "'main' in globals()",
    "right": RIGHT_ONE,
    "run": USE,
    "loop": "await ticker",
    "await": f"%%grade 02\n{UNGUARDED}\nawait main()",
    "unknown": "%%grade 99\nx = 1",
    "nothing": "%%grade --run\nx = 1",
}
"""What is typed, one cell after the other; an error does not stop the next one."""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """Run the notebook, and return the outputs of each cell."""
    folder = tmp_path_factory.mktemp("notebook")
    (folder / "json.py").write_text("raise SystemExit('a module of the learner')", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR"):
            patch.setenv(name, str(folder / name))
        patch.setenv("PYTHONPATH", str(ROOT))
        made = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, CELLS.values())))
        client = NotebookClient(made, allow_errors=True, timeout=60, resources={"metadata": {"path": str(folder)}})
        client.execute()
    return {name: cell.outputs for name, cell in zip(CELLS, made.cells, strict=True)}


def shown(outputs) -> dict[str, str]:
    """Return what a cell shows, by media type."""
    (output,) = (output for output in outputs if output.output_type == "display_data")
    return output.data


def value(outputs) -> str:
    """Return the value that a cell ends with."""
    (output,) = (output for output in outputs if output.output_type == "execute_result")
    return output.data["text/plain"]


def said(outputs) -> str:
    """Return what a cell says in words."""
    return "".join(output.get("text", "") for output in outputs)


def test_a_wrong_cell_has_its_page_below_it(outputs):
    """The page stands in a frame; a front end that shows no pages has the text."""
    data = shown(outputs["wrong"])
    assert data["text/html"].startswith('<iframe srcdoc="')
    assert "[sequential-awaits]" in data["text/plain"]


def test_lines_have_the_numbers_of_the_cell(outputs):
    """The line of the magic is the first."""
    number = CELLS["wrong"].splitlines().index('    await task("Task A", 2)') + 1
    assert f"cell.py, line {number}" in shown(outputs["wrong"])["text/plain"]


def test_a_graded_cell_is_not_run(outputs):
    """The notebook has the names of a cell only where that was asked for."""
    assert value(outputs["not run"]) == "False"


def test_a_cell_that_is_to_run_is_graded_and_run(outputs):
    """The next cell can await what it defined, and a task of another cell was not disturbed."""
    assert "Passed: 12 of 12 points" in shown(outputs["right"])["text/plain"]
    assert said(outputs["run"]) == "Task A started\nTask A finished\n"
    assert value(outputs["loop"]) == "'the loop goes on'"


def test_what_only_a_notebook_runs_is_named_and_not_graded(outputs):
    """`await` at the top of a cell is no mistake of the program, only in the wrong place."""
    number = len(CELLS["await"].splitlines())
    assert f"not graded: line {number} (`await main()`) runs in a notebook only" in said(outputs["await"])


def test_an_exercise_that_does_not_exist_is_told_by_the_command(outputs):
    """Its words come through, without a traceback."""
    assert "no exercise '99' in the course. The exercises are 01_first_await, 02_gather and so on to " in said(
        outputs["unknown"]
    )


def test_wrong_usage_is_told_with_the_right_one(outputs):
    """One exercise has to be named."""
    assert "'--run' is not the name of one exercise" in said(outputs["nothing"])
    assert "%%grade --run 02_gather" in said(outputs["nothing"])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import asyncio\nawait main()\n", ["2 (`await main()`)"]),
        ("if x:\n    async with a:\n        pass\n", ["2 (`async with a:`)"]),
        ("x = 1\n%time main()\n", ["2 (`%time main()`)"]),
        ("!ls\n", ["1 (`!ls`)"]),
        ("async def main():\n    await x\n    async for y in z:\n        pass\n", []),
        ("f = lambda: (yield)\nx = y % z\n", []),
        ("x = = 1\n", []),
    ],
)
def test_lines_for_a_notebook_are_told_from_mistakes(source, expected):
    """A mistake in the syntax is for the report; so is all that stands in a function."""
    assert list(of_a_notebook(source)) == expected


@pytest.mark.parametrize("source", [RIGHT, f"{UNGUARDED}\n\nasyncio.run(main())\n"])
def test_what_would_start_a_second_loop_is_not_run(source):
    """Not even below `if __name__ == "__main__"`, which is true in a notebook; the line is the cell's."""
    number = next(n for n, line in enumerate(source.splitlines(), 2) if "asyncio.run" in line)
    with pytest.raises(UsageError, match=f"graded, not run: `asyncio.run` on line {number} cannot start"):
        run(source, shell=None)


def test_a_frame_holds_nothing_but_the_page():
    """What a page has in it ends neither the attribute nor the frame; nothing in it may run."""
    made = frame('<p title="a">&lt;</iframe>')
    assert made.startswith('<iframe srcdoc="&lt;p title=&quot;a&quot;&gt;&amp;lt;&lt;/iframe&gt;" sandbox style="')
    assert made.count("<") == 2


def test_an_interrupt_ends_the_command_in_order(tmp_path, monkeypatch):
    """It is asked to stop as by Ctrl-C, and has ended when the cell does."""
    program = tmp_path / "endless.py"
    program.write_text("import asyncio\nasyncio.run(asyncio.sleep(3600))\n", "utf-8")
    started = []

    def interrupted(process):
        started.append(process)
        raise KeyboardInterrupt

    monkeypatch.setattr("subprocess.Popen.communicate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        command("trace", "--real-time", str(program))
    assert started[0].returncode not in (None, 0)
