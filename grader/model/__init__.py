"""The types that cross the project's arrows: Run -> Trace -> judge -> Report -> render.

Every type is frozen, keyword-only data without behaviour beyond reading itself. Times are integers of nanoseconds since
`main` (or the coroutine under test) was called; only text and the check API speak of seconds.

Events are arrays when written (`["task-started", 0, …]`): the runner sends them in this form, and a saved trace keeps
it. An event is *observed* when it crossed the boundary under the judge's eyes (a call of a service that the judge
hosts, a line of output) and *reported* when the runner only says so about its inside.

    base       frozen data, places in code, the unit of time
    exercises  Course, Equivalent, Exercise, Limits, Submission
    events     what can happen in a run
    traces     Trace, Outcome, Span
    reports    Report, CheckResult, Diagnostic, Timeline
    texts      two long texts, cut where they differ
    tracings   Tracing: a program that was run for no exercise
"""

from __future__ import annotations

from .base import (
    NANOSECONDS as NANOSECONDS,
    Place as Place,
    seconds as seconds,
)
from .events import (
    Answered as Answered,
    Asked as Asked,
    Blocked as Blocked,
    CallContinued as CallContinued,
    CallEnded as CallEnded,
    CallPaused as CallPaused,
    CallStarted as CallStarted,
    Chose as Chose,
    Computed as Computed,
    Event as Event,
    GeneratorLeft as GeneratorLeft,
    GivenBack as GivenBack,
    LeftBehind as LeftBehind,
    Marked as Marked,
    NeverAwaited as NeverAwaited,
    NeverRetrieved as NeverRetrieved,
    NotSimulated as NotSimulated,
    Offered as Offered,
    Polled as Polled,
    Printed as Printed,
    QueueChanged as QueueChanged,
    RealTime as RealTime,
    ResourceLeftOpen as ResourceLeftOpen,
    Resumed as Resumed,
    SecondLoop as SecondLoop,
    Signalled as Signalled,
    Suspended as Suspended,
    Taken as Taken,
    TaskEnded as TaskEnded,
    TaskStarted as TaskStarted,
    ThreadStarted as ThreadStarted,
)
from .exercises import (
    Course as Course,
    EntryPoint as EntryPoint,
    Equivalent as Equivalent,
    Exercise as Exercise,
    Limits as Limits,
    Network as Network,
    Permission as Permission,
    Prohibition as Prohibition,
    Submission as Submission,
)
from .grading import (
    OPEN as OPEN,
    UNDECIDED as UNDECIDED,
    Attempts as Attempts,
    Credit as Credit,
    Decision as Decision,
    Grading as Grading,
    Late as Late,
    Showing as Showing,
)
from .reports import (
    SCHEMA as SCHEMA,
    Adjustment as Adjustment,
    Audience as Audience,
    CheckResult as CheckResult,
    Detail as Detail,
    Diagnostic as Diagnostic,
    Environment as Environment,
    Evidence as Evidence,
    Report as Report,
    ScheduleFinding as ScheduleFinding,
    Tier as Tier,
    Timeline as Timeline,
    Visibility as Visibility,
)
from .texts import apart as apart
from .traces import (
    Cancelled as Cancelled,
    Crashed as Crashed,
    Deadlocked as Deadlocked,
    Held as Held,
    Helper as Helper,
    Interrupted as Interrupted,
    LimitExceeded as LimitExceeded,
    Outcome as Outcome,
    Part as Part,
    Protocol as Protocol,
    Raised as Raised,
    Rejected as Rejected,
    Returned as Returned,
    Span as Span,
    TimedOut as TimedOut,
    Trace as Trace,
    Waiter as Waiter,
)
from .tracings import (
    Line as Line,
    Tracing as Tracing,
)
