"""What only other Pythons have: names, parameters, modules and forms that books and answers on the web still use."""

from __future__ import annotations

import re
from typing import NamedTuple

REMOVED = {
    "asyncio.coroutine": "Python 3.11 removed `asyncio.coroutine`, which made a coroutine of a generator",
    "asyncio.Task.all_tasks": "Python 3.9 removed `asyncio.Task.all_tasks`",
    "asyncio.Task.current_task": "Python 3.9 removed `asyncio.Task.current_task`",
    "asyncio.JoinableQueue": "Python 3.5 removed `asyncio.JoinableQueue`: every queue can be joined",
    "asyncio.get_child_watcher": "Python 3.14 removed `asyncio.get_child_watcher`",
    "time.clock": "Python 3.8 removed `time.clock`",
}
"""Names that are not there any more."""

LOOP = "Python 3.10 removed the parameter `loop`: what runs in an event loop uses that one"
"""On a `loop=` that is not taken any more."""

WINDOWS = frozenset(
    {
        "IocpProactor",
        "ProactorEventLoop",
        "WindowsProactorEventLoopPolicy",
        "WindowsSelectorEventLoopPolicy",
        "getwindowsversion",
        "startfile",
    }
)
"""Names that modules of Python have on Windows only."""

_WINDOWS_MODULES = ("msvcrt", "winreg", "_winreg", "winsound", "nt", "_overlapped", "_winapi")
_SECOND_PYTHON = {
    "ConfigParser": "configparser",
    "Queue": "queue",
    "SocketServer": "socketserver",
    "StringIO": "io",
    "Tkinter": "tkinter",
    "cPickle": "pickle",
    "cStringIO": "io",
    "httplib": "http.client",
    "thread": "threading",
    "urllib2": "urllib.request",
    "urlparse": "urllib.parse",
}
_TAKEN_OUT = {
    **dict.fromkeys(("asynchat", "asyncore", "distutils", "imp", "smtpd"), "3.12"),
    **dict.fromkeys(("cgi", "crypt", "nntplib", "pipes", "telnetlib"), "3.13"),
}


def of_module(name: str) -> list[str]:
    """Return a note on a module that another Python has."""
    if name in _WINDOWS_MODULES:
        return [f"`{name}` is a module that Python has on Windows only"]
    if name in _SECOND_PYTHON:
        return [f"`{name}` is a module of Python 2; in Python 3 it is `{_SECOND_PYTHON[name]}`"]
    if name in _TAKEN_OUT:
        return [f"Python {_TAKEN_OUT[name]} removed the module `{name}`"]
    return []


def of_loop(line: str) -> list[str]:
    """Return a note on a loop that a newer Python has.

    >>> of_loop("async for done in asyncio.as_completed(tasks):")
    ['Python 3.13 is the first in which `async for` takes what `as_completed` gives']
    >>> of_loop("for done in asyncio.as_completed(tasks):")
    []
    """
    if re.search(r"\basync\s+for\b.*\bas_completed\(", line):
        return ["Python 3.13 is the first in which `async for` takes what `as_completed` gives"]
    return []


class Form(NamedTuple):
    """A form of words that another Python reads."""

    line: str
    """A pattern of the line on which Python gave up."""
    message: str
    """A pattern of what it said."""
    fact: str
    """What the line has of another Python, as the end of a sentence."""
    hint: str
    """The question that leads on."""


_KEYWORD = "used the name `async`, which is a keyword since Python 3.7"
_SECOND = "was written for Python 2"
FORMS = (
    Form(
        r"\basyncio\.async\b|\bimport\b.*\basync\b",
        "",
        _KEYWORD,
        "Which function of asyncio starts a coroutine beside others today?",
    ),
    Form(r"\basync\s*[=,)]", "", _KEYWORD, "Which other name could this have?"),
    Form(
        r"\bprint\b",
        "Missing parentheses in call to|invalid syntax",
        f"{_SECOND}, in which `print` is a statement",
        "Which form does a call of `print` have in Python 3?",
    ),
    Form(
        r"\bexcept\b.*,",
        "",
        f"{_SECOND}: `except` with a comma",
        "Which word stands between the class of an exception and a name for it in Python 3?",
    ),
    Form(
        r"\braise\s+[\w.]+\s*,",
        "",
        f"{_SECOND}: `raise` with a comma",
        "How is an exception given its text in Python 3?",
    ),
    Form(
        r"\byield\s+from\b",
        "inside async function",
        "had `yield from` in an `async def`, a mixture of Python 3.4 and later ones",
        "Which word waits for a coroutine inside an `async def`?",
    ),
)
"""In the order in which they are tried."""


def form(line: str, message: str) -> Form | None:
    """Return the form on a line that this Python does not read and another one does."""
    code = line.partition("#")[0]
    return next((one for one in FORMS if re.search(one.line, code) and re.search(one.message, message)), None)
