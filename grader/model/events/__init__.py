"""What can happen in a run. Written as arrays, `["task-started", 0, …]`: the form in which the runner sends them.

calls    tasks and awaited calls: what they do, and wait for
loop     what holds the event loop up, and what varied where a schedule chose
output   what a program shows and asks for
things   locks, semaphores, queues, events and conditions
ends     what a program leaves undone
outside  what goes beyond one event loop on virtual time
"""

from __future__ import annotations

from .calls import (
    CallContinued as CallContinued,
    CallEnded as CallEnded,
    CallPaused as CallPaused,
    CallStarted as CallStarted,
    Resumed as Resumed,
    Suspended as Suspended,
    TaskEnded as TaskEnded,
    TaskStarted as TaskStarted,
)
from .ends import (
    GeneratorLeft as GeneratorLeft,
    LeftBehind as LeftBehind,
    NeverAwaited as NeverAwaited,
    NeverRetrieved as NeverRetrieved,
    ResourceLeftOpen as ResourceLeftOpen,
)
from .loop import (
    Blocked as Blocked,
    Chose as Chose,
    Computed as Computed,
    Offered as Offered,
    Polled as Polled,
)
from .output import (
    Answered as Answered,
    Asked as Asked,
    Marked as Marked,
    Printed as Printed,
)
from .outside import (
    NotSimulated as NotSimulated,
    RealTime as RealTime,
    SecondLoop as SecondLoop,
    ThreadStarted as ThreadStarted,
)
from .things import (
    GivenBack as GivenBack,
    QueueChanged as QueueChanged,
    Signalled as Signalled,
    Taken as Taken,
)

Event = (
    TaskStarted
    | TaskEnded
    | CallStarted
    | CallEnded
    | CallPaused
    | CallContinued
    | GeneratorLeft
    | Suspended
    | Resumed
    | Blocked
    | Computed
    | Polled
    | Printed
    | Marked
    | Asked
    | Answered
    | Taken
    | GivenBack
    | QueueChanged
    | Signalled
    | NeverAwaited
    | NeverRetrieved
    | LeftBehind
    | ResourceLeftOpen
    | ThreadStarted
    | SecondLoop
    | Chose
    | Offered
    | RealTime
    | NotSimulated
)
"""Everything that a trace can hold."""
