"""A notebook becomes a program whose lines are those of its cells."""

import json
from pathlib import PurePosixPath

import pytest

from grader.batch.notebooks import program, without_outputs
from grader.errors import SubmissionError

PATH = PurePosixPath("gather.ipynb")


def notebook(*cells):
    """Write a notebook of code cells."""
    made = [
        {"cell_type": "code", "source": cell, "outputs": [], "metadata": {}, "execution_count": None} for cell in cells
    ]
    text = {"cell_type": "markdown", "source": "# Words", "metadata": {}}
    return json.dumps({"cells": [text, *made], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


CELLS = {
    "cells stand one after the other": (["import asyncio", "x = 1\n"], "import asyncio\n\nx = 1"),
    "a source may be a list of lines": ([["a = 1\n", "b = 2"]], "a = 1\nb = 2"),
    "lines for IPython are comments": (["%time\n!ls\nx = 1"], "# %time\n# !ls\nx = 1"),
    "an await outside of a function is a comment": (
        ["async def main():\n    await x()\n\nawait main()"],
        "async def main():\n    await x()\n\n# await main()",
    ),
    "a block outside of a function is a comment": (
        ["async with a:\n    print(1)\nx = 1"],
        "# async with a:\n#     print(1)\nx = 1",
    ),
    "a cell for another language is a comment": (["%%bash\nls"], "# %%bash\n# ls"),
    "a cell that is timed is Python": (["%%time\nx = 1"], "# %%time\nx = 1"),
    "what is no Python stays": (["def f(:"], "def f(:"),
}


@pytest.mark.parametrize("case", CELLS)
def test_code_cells_become_a_program(case):
    """Lines keep their numbers."""
    cells, expected = CELLS[case]
    assert program(notebook(*cells), PATH) == expected


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"cells": 1}', b"\xff", b"[" * 100_000])
def test_what_is_no_notebook_is_told(data):
    """With its name."""
    with pytest.raises(SubmissionError, match=r"gather\.ipynb is no notebook"):
        program(data, PATH)


def test_what_a_notebook_shows_weighs_nothing():
    """Pictures go and the program stays; what is no notebook keeps what its message is made of."""
    cells = [{"cell_type": "code", "source": "x = 1\n", "outputs": [{"data": {"image/png": "A" * 10**6}}]}]
    shown = json.dumps({"cells": [*cells, {"cell_type": "markdown", "source": "B" * 10**6}]}).encode()
    assert len(without_outputs(shown)) < 100
    assert program(without_outputs(shown), PATH) == program(shown, PATH) == "x = 1"
    assert without_outputs(b"x = 1") == b"x = 1"


def test_a_notebook_in_no_known_encoding_is_told():
    """It is one student's, and no end of the batch."""
    damaged = b'{"cells": [{"cell_type": "code", "source": "\xff"}]}'
    assert without_outputs(damaged) == damaged
    with pytest.raises(SubmissionError, match="no notebook that can be read"):
        program(damaged, PATH)
