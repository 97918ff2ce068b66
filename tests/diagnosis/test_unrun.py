"""What is told of a script's functions that did not run: read in their text, and only what holds for every run."""

from textwrap import dedent

import pytest

from grader.diagnosis import Evidence, diagnose
from grader.model import Exercise, NotSimulated, Place, Raised, Returned, Trace

UNASKED = Exercise(slug="", title="", concept="", file="program.py", entry_points=())
ABSENT = Raised(
    error="ModuleNotFoundError", message="No module named 'bot'", place=Place("program.py", 1), phase="load"
)
HEAD = """
import asyncio, atexit, schedule, subprocess, threading, time
import requests
import bot


async def load(name):
    await asyncio.sleep(1)
    return name


def plain(name):
    return requests.get(name)
"""


def told(body, *, outcome=ABSENT, events=(), script=True):
    """Return what is told of a program whose functions did not run: the codes, the texts of the lines, who asks."""
    run = Trace(target="program.py", events=events, outcome=outcome, duration_ns=0, replaced=(), script=script)
    source = HEAD + dedent(body)
    found = diagnose(Evidence(source=source, exercise=UNASKED, findings=(), main=run))
    lines = ["", *source.splitlines()]
    return [(one.code, lines[one.line or 0][-6:], one.certain) for one in found if one.code != "import-error"]


WRONG = {
    "a coroutine called as a statement": ("never-awaited", "async def go():\n    load('a')  # here\n"),
    "a sleep that nobody awaits": ("never-awaited", "async def go():\n    asyncio.sleep(1)  # here\n"),
    "a coroutine in a condition": ("never-awaited", "async def go():\n    if load('a'):  # here\n        return 1\n"),
    "a coroutine used under its name": (
        "never-awaited",
        "async def go():\n    user = load('a')  # here\n    return user['name']\n",
    ),
    "a coroutine in a text": ("never-awaited", "async def go(ctx):\n    await ctx.send(f'{load(1)}')  # here\n"),
    "a method called as a statement": (
        "never-awaited",
        """
        class Bot:
            async def say(self, text):
                await asyncio.sleep(1)
            async def go(self):
                self.say('hello')  # here
        """,
    ),
    "a loop in a loop": ("nested-event-loop", "async def go():\n    return asyncio.run(load('a'))  # here\n"),
    "a loop in a loop, in the old way": (
        "nested-event-loop",
        "async def go(loop):\n    return loop.run_until_complete(load('a'))  # here\n",
    ),
    "a job of a scheduler": ("coroutine-as-callback", "schedule.every(10).seconds.do(load, 'a')  # here\n"),
    "the target of a thread": ("coroutine-as-callback", "threading.Thread(target=load, args=('a',)).start()  # here\n"),
    "what is done at exit": ("coroutine-as-callback", "atexit.register(load)  # here\n"),
    "a sleep of the thread": ("blocking-call", "@bot.command()\nasync def go(ctx):\n    time.sleep(30)  # here\n"),
    "a request": ("blocking-call", "async def go():\n    return requests.get('a').json()  # here\n"),
    "the keyboard": ("blocking-call", "async def go(ws):\n    await ws.send(input())  # here\n"),
    "another program": ("blocking-call", "async def go():\n    subprocess.run(['a'])  # here\n"),
    "a plain helper": (
        "blocking-call",
        "async def go():\n    return slow('a')\ndef slow(name):\n    return requests.get(name)  # here\n",
    ),
    "a loop without a wait": (
        "no-yield-loop",
        "async def go(state):\n    while True:  # here\n        if state.done:\n            print(1)\n",
    ),
}
ASKED = {
    "a loop that awaits each call": (
        "sequential-awaits",
        """
        async def go(names):
            found = []
            for name in names:
                found.append(await load(name))  # here
        """,
    ),
    "a comprehension that awaits each call": (
        "sequential-awaits",
        "async def go(names):\n    return [await load(name) for name in names]  # here\n",
    ),
    "a task that nothing keeps": ("task-not-kept", "async def go():\n    asyncio.create_task(load('a'))  # here\n"),
}
RIGHT = {
    "everything awaited": """
        async def go(names):
            user = await load('a')
            return user['name'], await asyncio.gather(*map(load, names))
        """,
    "a coroutine kept and awaited": "async def go():\n    work = load('a')\n    await load('b')\n    await work\n",
    "a coroutine handed on": "async def go():\n    work = load('a')\n    return await asyncio.wait_for(work, 1)\n",
    "a coroutine closed": "async def go():\n    work = load('a')\n    work.close()\n",
    "a decorated coroutine function": "@bot.loop(1)\nasync def tick():\n    pass\nasync def go():\n    tick()\n",
    "a name that is bound anew": "async def go(load):\n    load('a')\n",
    "a plain method of the same name": """
        class Cache:
            def load(self, name):
                return name
        async def go(cache):
            cache.load('a')
        """,
    "a plain function that blocks": "def go():\n    time.sleep(1)\n    return plain('a')\n",
    "a function for a thread": """
        async def go():
            def work():
                time.sleep(1)
            await asyncio.to_thread(work)
            await asyncio.to_thread(plain, 'a')
            await asyncio.to_thread(lambda: time.sleep(1))
        """,
    "no sleep at all": "async def go():\n    time.sleep(0)\n",
    "each page names the next": """
        async def go(name):
            texts = []
            for _ in range(3):
                name = await load(name)
                texts.append(name)
        """,
    "the first that answers": """
        async def go(names):
            for name in names:
                found = await load(name)
                if found:
                    return found
        """,
    "messages in their order": "async def go(ctx, texts):\n    for text in texts:\n        await ctx.send(text)\n",
    "a task that is kept": "tasks = set()\nasync def go():\n    tasks.add(asyncio.create_task(load('a')))\n",
    "a library that takes coroutine functions": "bot.add_listener(load)\nbot.register(load)\n",
    "a loop that is left": "async def go(state):\n    while True:\n        if state.done:\n            break\n",
    "a loop that yields": "async def go(queue):\n    while True:\n        yield queue.get_nowait()\n",
    "an application that a server runs": "@bot.get('/')\nasync def go():\n    return await load('a')\n",
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_in_every_run_is_told_where_no_run_was(name):
    """The import failed, and the first thing told is the mistake, on its line."""
    code, body = WRONG[name]
    assert told(body) == [(code, "# here", True)]


@pytest.mark.parametrize("name", ASKED)
def test_what_may_be_meant_is_asked(name):
    """Nothing in the text says that it is a mistake."""
    code, body = ASKED[name]
    assert told(body) == [(code, "# here", False)]


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_text_gets_nothing(name):
    """Neither told nor asked, whatever it looks like."""
    assert told(RIGHT[name]) == []


@pytest.mark.parametrize("name", WRONG)
def test_a_module_that_others_load_is_read_as_well(name):
    """It ended by itself, and none of its functions was called."""
    code, body = WRONG[name]
    assert told(body, outcome=Returned())[0][0] == code


def test_a_program_that_found_no_server_is_read_as_well():
    """What ended it lies outside of it."""
    absent = NotSimulated(time=0, what="the address of example.com", place=Place("program.py", 20))
    failed = Raised(error="ClientConnectorError", message="no", place=Place("program.py", 20))
    code, body = ASKED["a loop that awaits each call"]
    assert told(body, outcome=failed, events=(absent,)) == [(code, "# here", False)]


def test_a_submission_is_not_read_that_way():
    """An import that fails is all that is told of it: an exercise is run with what it may use."""
    assert told(WRONG["a request"][1], script=False) == []


def test_the_import_is_told_behind_what_the_text_shows():
    """It is why nothing ran."""
    source = HEAD + WRONG["a request"][1]
    run = Trace(target="program.py", events=(), outcome=ABSENT, duration_ns=0, replaced=(), script=True)
    found = diagnose(Evidence(source=source, exercise=UNASKED, findings=(), main=run))
    assert [one.code for one in found] == ["blocking-call", "import-error"]
    assert "read in the text: `go` did not run here" in found[0].notes
