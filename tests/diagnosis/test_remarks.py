"""What the author of a file should know of how its `main` is run: facts, which cost nothing."""

import pytest

from grader.diagnosis import remarks

MAIN = "import asyncio\n\n\nasync def main():\n    await asyncio.sleep(1)\n\n\n"


@pytest.mark.parametrize(
    ("rest", "shown"),
    [
        ("asyncio.run(main())", "`asyncio.run(main())`"),
        (
            "loop = asyncio.new_event_loop(); loop.run_until_complete(main())",
            "`loop.run_until_complete(main())`",
        ),
        ("with asyncio.Runner() as runner:\n    runner.run(main())", "`runner.run(main())`"),
        ("if True:\n    asyncio.run(main())", "`asyncio.run(main())`"),
    ],
)
def test_a_runner_without_a_guard_runs_whenever_the_file_is_loaded(rest, shown):
    """The remark names the line, and says what the guard is for."""
    (remark,) = remarks(MAIN + rest + "\n")
    line = MAIN.count("\n") + 1 + rest.count("\n")
    assert remark == (
        f"{shown} on line {line} runs whenever the file is loaded, also by an `import`; "
        'under `if __name__ == "__main__":` it runs only when the file itself is run.'
    )


def test_a_file_in_which_nothing_runs_main_says_so():
    """Nothing at all happens when such a file is run."""
    assert remarks(MAIN) == ("No line of the file runs `main()`: running the file with Python prints nothing.",)


@pytest.mark.parametrize("rest", ["main()\n", 'if __name__ == "__main__":\n    main()\n'])
def test_a_call_of_main_alone_makes_a_coroutine_only(rest):
    """With the guard and without it."""
    line = MAIN.count("\n") + rest.count("\n")
    (remark,) = remarks(MAIN + rest)
    assert remark == (
        f"`main()` on line {line} only makes a coroutine, and nothing runs it: "
        "running the file with Python prints nothing."
    )


def test_of_a_file_that_prints_by_itself_it_is_not_said_that_it_prints_nothing():
    """Only what `main` would do is missing."""
    assert remarks(MAIN + 'print("loaded")\n') == (
        "No line of the file runs `main()`: running the file with Python does not start it.",
    )


def test_a_runner_that_is_given_the_function_is_told_of_what_is_missing():
    """The checks call `main` themselves, so nothing else would say so."""
    (remark,) = remarks(MAIN + 'if __name__ == "__main__":\n    asyncio.run(main)\n')
    assert remark == (
        "`asyncio.run(main)` on line 9 is given the function `main`, and not the coroutine that a call of it makes: "
        "running the file with Python ends there with an error."
    )


def test_a_guard_that_is_never_true_is_told():
    """`"main"` is the name of no file that is run."""
    (remark,) = remarks(MAIN + 'if __name__ == "main":\n    asyncio.run(main())\n')
    assert remark == (
        '`__name__ == "main"` on line 8 is never true, and what depends on it is never run: in a file that is run '
        '`__name__` is `"__main__"`, with two underscores on each side.'
    )


def test_a_file_that_runs_another_coroutine_in_place_of_main_says_so():
    """Which one, as it is written."""
    (remark,) = remarks("async def task(): ...\n" + MAIN + 'if __name__ == "__main__":\n    asyncio.run(task())\n')
    assert remark == "No line of the file runs `main()`: running the file with Python runs `task()` in its place."


HOLDING = """\
async def task(limit):
    {before}try:
        {within}
    finally:
        limit.release()
"""


def test_a_place_that_is_awaited_within_the_try_is_given_back_by_who_never_had_it():
    """Where the wait for it is cancelled; no exercise asks for it."""
    run = 'async def main(): ...\nif __name__ == "__main__":\n    asyncio.run(main())\n'
    (remark,) = remarks(run + HOLDING.format(before="", within="await limit.acquire()"))
    assert remark == (
        "`limit.acquire()` on line 6 stands within the `try`: who is cancelled while it waits there comes to line 8, "
        "and gives back what it never had."
    )
    assert remarks(run + HOLDING.format(before="await limit.acquire()\n    ", within="pass")) == ()
    assert remarks(run + HOLDING.format(before="", within="await other.acquire()")) == ()


@pytest.mark.parametrize(
    "source",
    [
        MAIN + 'if __name__ == "other":\n    asyncio.run(main())\n',
        MAIN + "async def other():\n    await main()\n\n\nif __name__ == '__main__':\n    asyncio.run(other())\n",
        MAIN + 'if __name__ == "__main__":\n    asyncio.run(main())\n',
        MAIN + "def start():\n    asyncio.run(main())\n\n\nstart()\n",
        MAIN + "start = main\n",
        MAIN + "work = main()\n",
        MAIN + "def start():\n    main()\n",
        "def main():\n    print(1)\n",
        "import subprocess\n\nsubprocess.run(['ls'])\n",
        "async def other(): ...\n",
        "class Program:\n    async def main(self): ...\n",
        "",
        "def f(:",
        "a\0b",
        "\ud800",
    ],
)
def test_nothing_is_said_where_nothing_is_known(source):
    """A guard, a function that runs it, a name that is handed on, a text that is no program."""
    assert remarks(source) == ()
