"""The diagnosis: from the runs and the text of a program to its mistakes, named in the learner's own lines.

evidence      what is known of a submission
source        an index over its text
case          one submission before the rules
unread        texts that Python cannot read
contract      what keeps it from being judged: imports, functions, parameters
errors        exceptions, and what they are really about: the table of
meanings      what Python's words mean
results       what stood where a result was due
arguments     what was given to `gather`, `create_task`, `run` and is not what they take
versions      what only other Pythons have: for
names         names that mean nothing where they are used
refusals      what asyncio refuses, and what was done to it
protocols     what `for`, `async for` and `async with` were given
asked         errors that the exercise asks for, kept or thrown away
raising       what `task` raises, or keeps, in place of the error asked for
catching      `except` clauses that do not catch what comes
awaiting      coroutines that never ran
callbacks     coroutine functions given to what makes plain calls
blocking      the event loop held up: waits on its thread, computing
spinning      loops that never give control back, or ask again and again
silencing     errors that end inside the program
swallowing    cancellations that are caught and kept
cancelling    cancellations that nobody waits for
cleaning      cleanup that is missing, or that nobody gets to
failing       what one failure does to the others
cutting       work in hand that is cancelled
deadlines     time limits: when one was due, and which one stands round a call, for
overtime      calls that went on when a time limit was to end them, and
timeouts      what becomes of the error of a limit
queues        items marked done too early
demands       constructs that the exercise asks for
endings       programs that end their process or never end
guessing      sleeps that stand for a wait
patience      waits that last too long
tasks         tasks that nobody waits for, keeps or stops
uncalled      methods that are named and not called
unrun         functions of a script that did not run: what their text shows all the same
unseen        exceptions at which nobody looks
waiting       what `asyncio.wait` gives back: the tasks that have ended, and those that have not
lateness      why a call began late: pure, used by
concurrency   awaits one by one, barriers
starting      coroutine objects that were kept, and began late or never
handed        what outlives the block in which it was begun
limits        locks, limits and workers that let too few through, or too many
pools         the same of pools of threads and connections
collecting    items collected before the first one is handled
threads       what belongs to the event loop, touched in another thread
streams       loops that go on behind the end of a stream, by
emptiness     what becomes of a loop whose reads give nothing
servers       servers that stop too early, and handlers that fail
pipes         other programs whose output nobody reads
closing       what was opened and never closed
generators    async generators left before their end
deadlocks     waits that nothing can end, and
unwoken       why what they wait for did not come
outside       signals and what is typed: what comes to a script from outside, or never
sharing       values that several calls share, by
updates       what is read before an await and written after it: statements, with
evaluating    expressions
marks         what has been read, and how many awaits ago
things        what names stand for
uses          the words for what is found, and
owners        which object a call means
luck          what an exploration of schedules found
orders        right lines and results in a wrong order
parameters    parameters that were given and never used
invented      what the example shows in place of what the work gives
shown         tasks, and groups of exceptions, that were printed themselves
output        wrong lines and results,
behind        what decides about a call of a check's own,
clues         what the text says of them,
moments       which wait decided when they came, and
making        what makes a value that a line prints
ranking       the rules in their order
explained     which mistakes follow from which
words         numbers, lists and code in sentences
pages         rules/CODE.md, a page for each code
remarks       facts about a file that cost nothing

`diagnose` and `from_outside`, which bring the rules, are loaded on their first use: a right program needs none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .evidence import Demand as Demand, Evidence as Evidence, Finding as Finding
from .pages import codes as codes, page as page, title as title
from .remarks import remarks as remarks

if TYPE_CHECKING:
    from .outside import from_outside as from_outside
    from .ranking import diagnose as diagnose

_HOMES = {"diagnose": "ranking", "from_outside": "outside"}


def __getattr__(name: str) -> Any:
    """Load one of the functions on its first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
