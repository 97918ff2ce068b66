"""Which mistakes follow from which: what a cause explains is not told beside it."""

from __future__ import annotations

EXPLAINED: dict[str, frozenset[str]] = {
    "blocking-call": frozenset(
        {
            "busy-polling",
            "cpu-bound",
            "sequential-awaits",
            "over-serialised",
            "needless-barrier",
            "handled-late",
            "never-ends",
            "sleep-instead-of-await",
            "timeout-misuse",
        }
    ),
    "busy-polling": frozenset(
        {"cpu-bound", "no-yield-loop", "handled-late", "never-ends", "needless-barrier", "sleep-instead-of-await"}
    ),
    "coroutine-not-started": frozenset(
        {"await-cycle", "stream-hang", "sequential-awaits", "needless-barrier", "sleep-instead-of-await"}
    ),
    "sequential-awaits": frozenset({"await-cycle", "over-serialised", "needless-barrier", "handled-late"}),
    "over-serialised": frozenset({"needless-barrier", "handled-late", "unbounded-concurrency"}),
    "unbounded-concurrency": frozenset(
        {"unbounded-concurrency", "parameter-ignored", "needless-barrier", "over-serialised"}
    ),
    "parameter-ignored": frozenset(
        {
            "over-serialised",
            "needless-barrier",
            "unbounded-concurrency",
            "never-signalled",
            "queue-deadlock",
            "lock-deadlock",
            "missing-task-done",
            "shared-state-race",
        }
    ),
    "needless-barrier": frozenset({"handled-late"}),
    "hard-coded-output": frozenset({"parameter-ignored", "sequential-awaits", "needless-barrier", "handled-late"}),
    "shared-state-race": frozenset({"over-serialised", "unbounded-concurrency"}),
    "no-yield-loop": frozenset({"blocking-call", "never-ends"}),
    "never-ends": frozenset({"cpu-bound", "no-yield-loop", "endless-output"}),
    "wait-misuse": frozenset({"lost-task", "cancelled-not-awaited"}),
    "cancel-swallowed": frozenset(
        {
            "await-cycle",
            "cancelled-not-awaited",
            "cleanup-missing",
            "endless-output",
            "handled-late",
            "job-cut-short",
            "lock-deadlock",
            "lost-task",
            "needless-barrier",
            "never-ends",
            "no-yield-loop",
            "queue-deadlock",
            "swallowed-exception",
            "task-not-cancelled",
            "wait-misuse",
            "wrong-except",
        }
    ),
    "cancelled-not-awaited": frozenset({"lost-task", "swallowed-exception", "task-not-cancelled", "wait-misuse"}),
    "early-task-done": frozenset({"job-cut-short", "lost-task", "cancelled-not-awaited", "swallowed-exception"}),
    "timeout-misuse": frozenset({"job-cut-short"}),
    "job-cut-short": frozenset({"lost-task", "swallowed-exception", "timeout-misuse"}),
    "required-construct": frozenset(
        {"lost-task", "swallowed-exception", "job-cut-short", "cancelled-not-awaited", "task-not-cancelled"}
    ),
    "task-not-cancelled": frozenset(
        {
            "cleanup-missing",
            "endless-output",
            "handled-late",
            "lost-task",
            "needless-barrier",
            "never-ends",
            "resource-not-closed",
            "sleep-instead-of-await",
            "task-not-cancelled",
        }
    ),
    "gather-misuse": frozenset({"lost-task"}),
    "cross-thread": frozenset({"never-signalled", "queue-deadlock", "threads-instead-of-tasks", "busy-polling"}),
    "wrong-except": frozenset(
        {
            "cleanup-missing",
            "lost-task",
            "swallowed-exception",
            "task-not-cancelled",
            "timeout-misuse",
            "unhandled-error",
            "wait-misuse",
            "sleep-instead-of-await",
        }
    ),
    "lost-task": frozenset({"lost-task", "resource-not-closed"}),
    "resource-not-closed": frozenset({"await-cycle"}),
    "unhandled-error": frozenset(
        {"hard-coded-output", "lost-task", "never-awaited", "parameter-ignored", "swallowed-exception"}
    ),
    "sleep-instead-of-await": frozenset(
        {"parameter-ignored", "handled-late", "lost-task", "result-not-ready", "busy-polling", "gather-misuse"}
    ),
}
"""Causes that one cause brings with it."""

FINAL = frozenset(
    {
        "await-non-awaitable",
        "await-cycle",
        "cleanup-missing",
        "coroutine-as-callback",
        "coroutine-reuse",
        "eof-ignored",
        "executor-misuse",
        "gather-misuse",
        "lock-deadlock",
        "missing-task-done",
        "nested-event-loop",
        "never-awaited",
        "never-signalled",
        "no-running-loop",
        "not-a-coroutine",
        "pipe-deadlock",
        "queue-deadlock",
        "result-not-ready",
        "stream-hang",
        "threads-instead-of-tasks",
        "wait-misuse",
        "wrong-loop",
        "endless-output",
        "too-much-memory",
        "cpu-bound",
        "sync-context-manager",
        "async-iteration-misuse",
    }
)
"""Causes beside which nothing else can be judged: too little of the program ran."""
