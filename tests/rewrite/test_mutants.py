"""Mutants: each operator makes its mistake where it can be made, and leaves the rest of the text as it was."""

import ast
import difflib
import textwrap

import pytest

from grader.diagnosis import codes
from grader.exercise import course_root
from grader.rewrite import OPERATORS, faked, mutants
from grader.rewrite.operators.statements import FARTHEST

SOLUTIONS = sorted((course_root() / "solutions").glob("*/*.py"))

MADE = {
    "drop-await": {"print(f'é {await f(1)}')": ["print(f'é {f(1)}')"]},
    "await-in-turn": {
        "await asyncio.gather(f(), g())": ["[await f(), await g()]"],
        "x = await gather(*(f(n) for n in l if n))": ["x = [await f(n) for n in l if n]"],
        "await asyncio.gather(*l, f())": ["[*[await each for each in l], await f()]"],
        "for c in asyncio.as_completed(l): await c": ["for c in l: await c"],
    },
    "await-at-once": {"t = asyncio.create_task(f())": ["t = await f()"]},
    "start-late": {"t = asyncio.ensure_future(f())": ["t = f()"]},
    "start-outside": {
        "group.create_task(f())": ["asyncio.create_task(f())"],
        "asyncio.create_task(f())": [],
    },
    "read-on": {"x = await reader.readline()": ["x = await reader.read()"], "x = await reader.read()": []},
    "ask-early": {"print(await t)": ["print(t.result())"]},
    "sleep-instead": {
        "await queue.join()": [f"await asyncio.sleep({seconds})" for seconds in range(4)],
        "await asyncio.gather(*l)": [f"await asyncio.sleep({seconds})" for seconds in range(4)],
        "await f()": [],
    },
    "handle-late": {
        "for c in asyncio.as_completed(l): await c": [
            "for c in [asyncio.sleep(0, each) for each in await asyncio.gather(*l)]: await c"
        ]
    },
    "block": {"await asyncio.sleep(d)": ["time.sleep(d)"]},
    "stay-on-the-loop": {"x = await asyncio.to_thread(f, 1, 2)": ["x = f(1, 2)"]},
    "poll": {
        "await event.wait()": ["while not event.is_set():\n    await asyncio.sleep(0.01)\npass"],
        "x = await q.get()": ["while q.empty():\n    await asyncio.sleep(0.01)\nx = q.get_nowait()"],
    },
    "drop-block": {"async with lock:  # held\n    f()": ["if True:  # held"], "async with f() as x:\n    g()": []},
    "never-leave": {
        "async with f() as x:\n    g()": ["if True:\n    x = await f().__aenter__()\n    g()"],
        "with (a() as x, b() as y):\n    g()": ["with (a() as x):\n    y = b().__enter__()\n    g()"],
    },
    "leave-unprotected": {
        "async with lock:\n    f()\n    return 1": [
            (
                "manager = lock\nawait manager.__aenter__()\nf()\noutcome = 1\n"
                "await manager.__aexit__(None, None, None)\nreturn outcome"
            )
        ],
        "with f() as x:\n    g(\n        1,\n    )": [
            "manager = f()\nx = manager.__enter__()\ng(\n    1,\n)\nmanager.__exit__(None, None, None)"
        ],
    },
    "narrow": {
        "async with lock:\n    f()\n    g()": [
            "async with lock:\n    f()\ng()",
            "f()\nasync with lock:\n    g()",
        ],
        "async with lock:\n    return f()": ["async with lock:\n    pass\nreturn f()"],
        "async with f() as x:\n    x()\n    g()": ["async with f() as x:\n    x()\ng()"],
    },
    "widen": {
        "async with lock:\n    f()\nif x:\n    g()": ["async with lock:\n    f()\n    if x:\n        g()"],
        "f()\nasync with lock:\n    g()": ["async with lock:\n    f()\n    g()"],
        "lock = f()\nasync with lock:\n    g()": [],
    },
    "make-anew": {
        "lock = asyncio.Lock()\nf(1, lock)": ["f(1, asyncio.Lock())"],
        "a, b = asyncio.Queue(1), 2\nf(a)": ["f(asyncio.Queue(1))"],
        "def f(l: 'asyncio.Lock', n: int):\n    g(l)": ["l = asyncio.Lock()\ng(l)"],
    },
    "swallow": {
        "try:\n    await f()\nfinally:\n    g()": ["except asyncio.CancelledError:\n    pass\nfinally:"],
        "while x:\n    await f()": [],
        "while True:\n    await f()": ["try:\n    await f()\nexcept asyncio.CancelledError:\n    pass"],
    },
    "catch-other": {
        "try:\n    f()\nexcept* ValueError:\n    g()": [
            "except ValueError:",
            "except* Exception:",
            "except* BaseException:",
            "except* AssertionError:",
        ]
    },
    "drop-finally": {
        "try:\n    f()\n    # finally: a comment\nfinally:\n    g()": ["if True:\n    f()\nif True:"],
        "try:\n    f()\nexcept E:\n    h()\nfinally:\n    g()": ["if True:"],
    },
    "drop-statement": {
        "queue.task_done()": ["pass"],
        "raise": ["pass"],
        "self.x += 1": ["pass"],
        "x = f()": [],
    },
    "do-earlier": {
        "self.x = x\ny = f.Lock()\nz: set[int] = set()": [],
        "x = f(y)\ny = f.Lock()": ["y = f.Lock()\nx = f(y)"],
        "x = f()\ny = f.Lock()": [],
        "f()\nx = g()\nh(x)": ["x = g()\nf()"],
        "f()\ng()\nh()": ["g()\nf()", "h()\nf()\ng()", "h()\ng()"],
    },
    "swap": {"f(1, 'é', *l)": ["f('é', 1, *l)"], "x = [1, 2]": ["x = [2, 1]"]},
    "loop-once": {"while x:\n    f()": ["if x:"], "while x:\n    break": []},
    "leave-one-out": {
        "for x in l:\n    f()": ["for x in [*l][:-1]:"],
        "for x in range(3):\n    f()": [],
        "y = {x async for x in l}": [],
    },
    "print-instead": {"return x": ["print(x)"]},
    "return-the-error": {"raise E('e')": ["return E('e')"]},
    "other-number": {"f(2, 0.5, True)": ["f(3, 0.5, True)", "f(1, 0.5, True)", "f(2, 1.5, True)"]},
    "other-text": {
        "f('a', b'b', f'{x} c')": ["f('_a', b'b', f'{x} c')", "f('a', b'_b', f'{x} c')", "f('a', b'b', f'_{x} c')"]
    },
    "drop-newline": {
        r"w.write(b'a\n', f'{x}\n', 'a\nb', r'\\n')": [
            r"w.write(b'a', f'{x}\n', 'a\nb', r'\\n')",
            r"w.write(b'a\n', f'{x}', 'a\nb', r'\\n')",
        ]
    },
    "other-delay": {"await sleep(d + 1)": ["await sleep(1)", "await sleep(0)", "await sleep((d + 1) / 2)"]},
    "drop-limit": {"s = asyncio.Semaphore(3)": ["s = asyncio.Semaphore(1000)"]},
    "drop-option": {
        "await gather(f(), return_exceptions=True)": ["await gather(f())"],
        "await wait(l, timeout=1, return_when=X)": ["await wait(l, return_when=X)", "await wait(l, timeout=1)"],
    },
    "other-condition": {
        "if (x := f()) is not None: g()": [
            "if not ((x := f()) is not None): g()",
            "if (x := f()) is None: g()",
            "if (x := f()): g()",
        ],
        "y = a < (b)": ["y = a <= (b)", "y = a > (b)"],
        "y = a and b": ["y = a or b"],
    },
    "other-computation": {"y = (a) + b": ["y = (a) - b"], "y *= 2": ["y += 2"]},
}
"""Operator → part of a function → what it becomes."""


@pytest.mark.parametrize("operator", [operator.name for operator in OPERATORS])
def test_an_operator_makes_its_mistake(operator):
    """Wherever the text allows it, and nowhere else."""
    for part, expected in MADE[operator].items():
        source = "async def main():\n" + textwrap.indent(part, "    ")
        made = [mutant for mutant in mutants(source) if mutant.operator == operator]
        assert [mutant.after for mutant in made] == expected, part


def test_every_mistake_has_its_page():
    """What an operator says that it makes is a diagnostic of ours."""
    assert {code for operator in OPERATORS for code in operator.mistakes} - set(codes()) == set()


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_a_mutant_is_another_program_and_its_other_lines_are_the_same(path):
    """It can be compiled, no two are the same, and it differs where it says."""
    source = path.read_text("utf-8")
    made = mutants(source)
    trees = {ast.dump(ast.parse(mutant.source)) for mutant in made} | {ast.dump(ast.parse(source))}
    assert len(trees) == len(made) + 1 > 10
    for mutant in made:
        changed = difflib.ndiff(source.splitlines(), mutant.source.splitlines())
        lost = [line[2:].strip() for line in changed if line.startswith("- ")]
        assert {line for line in lost if line and not line.startswith("#")} <= {
            line.strip() for line in mutant.before.splitlines()
        }


PROGRAM = '''"""A text of 3 words."""

from __future__ import annotations

import asyncio


class Ticker:
    async def __anext__(self) -> "Ticker":
        """Wait 1 second."""
        # Here it waits.
        await asyncio.sleep(1)


if __name__ == "__main__":
    asyncio.run(Ticker().__anext__())
'''


def test_what_does_no_work_is_left_alone():
    """Docstrings, annotations, and what stands under `if __name__` are no places for mistakes."""
    made = mutants(PROGRAM)
    assert {(mutant.function, mutant.line, mutant.before) for mutant in made} == {
        ("Ticker.__anext__", 12, "await asyncio.sleep(1)")
    }
    assert {mutant.after for mutant in made} == {
        "asyncio.sleep(1)",
        "time.sleep(1)",
        "pass",
        "await asyncio.sleep(2)",
        "await asyncio.sleep(0)",
    }


def test_a_statement_is_moved_past_a_few_others_only():
    """A long body has some mutants for each of its lines, not one for each two of them."""
    body = "".join(f"    f{number}()\n" for number in range(30))
    moved = [mutant.line for mutant in mutants(f"def main():\n{body}") if mutant.operator == "do-earlier"]
    assert len(moved) == sum(min(place, FARTHEST) for place in range(30))


def test_a_module_that_is_needed_is_imported():
    """Before the others, but for those from the future; the line is still that of the solution."""
    (blocks,) = [mutant for mutant in mutants(PROGRAM) if mutant.operator == "block"]
    assert blocks.source == PROGRAM.replace("import asyncio\n", "import time\nimport asyncio\n").replace(
        "await asyncio.sleep(1)", "time.sleep(1)"
    )
    assert blocks.line == 12


def test_output_is_faked():
    """The lines of a run are printed at their times, by `main` alone; its docstring and all else stay."""
    source = 'def empty():\n    """Nothing."""\n\nasync def main():\n    """Work."""\n    await work()\n\nx = 1\n'
    (mutant,) = faked(source, [(0, "on your marks"), (0, 'get "set"'), (1_250_000_000, "go")], 2_000_000_000)
    assert (mutant.operator, mutant.function, mutant.line, mutant.before) == ("fake-output", "main", 6, "await work()")
    assert mutant.source == source.replace("await work()", mutant.after.replace("\n", "\n    "))
    assert mutant.after.splitlines() == [
        "print('on your marks')",
        "print('get \"set\"')",
        "await asyncio.sleep(1.25)",
        "print('go')",
        "await asyncio.sleep(0.75)",
    ]


@pytest.mark.parametrize(
    "source",
    ["def main():\n    pass\n", "async def other():\n    pass\n", 'async def main():\n    print("go")  # at once\n'],
    ids=["plain", "no main", "prints"],
)
def test_where_there_is_nothing_to_fake(source):
    """`main` must be a coroutine function that does something else than to print those lines."""
    assert faked(source, [(0, "go")], 0) == []


def test_what_is_no_program_has_no_mutants():
    """It is told as Python tells it."""
    with pytest.raises(SyntaxError):
        mutants("async def main(:")
