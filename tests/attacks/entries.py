"""The table: each attack with what must hold of it, how its run of `main` may end, and how it is shown to be one.

A name is that of a file or folder of the corpus; after a colon stands what tells variants of one file apart. What V
asks is asked of all; the other oracles are letters (see `oracles`). `control` is a row of `control`.

Two attacks have no row, for no program attacks with them: archives of submissions (`evil_archive`) are tried in
tests/batch/test_archive.py, and names in tables of grades (`csv_formulas`) in tests/batch/test_tables.py.
"""

from dataclasses import dataclass, field

WRONG = frozenset({"returned", "raised", "deadlocked"})
CRASHED = frozenset({"crashed"})
LIMIT = frozenset({"limit-exceeded"})
TIMEOUT = LIMIT | {"timed-out"}
PROTOCOL = frozenset({"protocol"})
REJECTED = frozenset({"rejected"})


@dataclass(frozen=True)
class Entry:
    """An attack."""

    name: str
    oracles: str
    kinds: frozenset[str]
    """How the run of `main` may end: as the list names it, or as it does where the attack is stopped before."""
    control: str
    words: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] | None = None
    """Words of a submission that comes before, from the same file."""
    file: str = "fetch_all.py"
    """What the file is called that is handed in."""
    here: bool = False
    """Whether the command runs in the folder of what is handed in."""

    @property
    def first(self) -> bool:
        """Whether no variant of the same attack comes before it."""
        before = ENTRIES[: ENTRIES.index(self)]
        return self.source not in {entry.source for entry in before} and not any(
            self.name.startswith(f"{entry.source}_") for entry in before
        )

    @property
    def source(self) -> str:
        """Name in the corpus."""
        return self.name.partition(":")[0]


ENDING = (
    Entry("exit_at_import", "T", CRASHED | {"raised"}, "script"),
    Entry("os_exit_at_import", "T", CRASHED, "pytest"),
    Entry("os_exit_at_import_posix", "T", CRASHED, "pytest"),
    Entry("os_exit_in_call", "T", CRASHED, "pytest"),
    Entry("os_exit_in_call_posix", "T", CRASHED, "pytest"),
    Entry("pytest_exit_zero", "T", CRASHED | {"raised"}, "pytest"),
    Entry("pytest_exit_zero_skip", "T", WRONG, "pytest"),
    Entry("pytest_exit_zero_xfail", "T", WRONG, "pytest"),
    Entry("atexit_result_file", "TJ", WRONG | CRASHED, "pytest"),
    Entry("atexit_result_file_now", "TJ", CRASHED, "pytest"),
    Entry("fake_summary_stdout", "T", CRASHED, "pytest"),
    Entry("late_thread_exit", "T", CRASHED | LIMIT, "pytest"),
    Entry("del_and_weakref_finalizer", "T", PROTOCOL, "second result"),
)

TAMPERING = (
    Entry("eq_always_true", "T", WRONG, "pytest"),
    Entry("eq_always_true_items", "T", WRONG, "pytest"),
    Entry("conftest_makereport", "T", WRONG, "pytest"),
    Entry("config_hijack", "T", WRONG, "pytest"),
    Entry("patch_pytest_internals", "T", WRONG, "pytest"),
    Entry("patch_builtins", "T", WRONG | CRASHED | PROTOCOL, "pytest"),
    Entry("patch_asyncio", "T", WRONG | CRASHED | PROTOCOL | TIMEOUT, "pytest"),
    Entry("frame_walk_nonce", "T", WRONG | PROTOCOL | CRASHED, "pytest"),
    Entry("gc_forge_events", "T", WRONG | PROTOCOL, "pytest"),
    Entry("gc_forge_events_guessed", "T", WRONG | PROTOCOL, "pytest"),
    Entry("rewrite_check_code", "TSW", WRONG, "pytest"),
    Entry("kill_tracers", "T", WRONG, "pytest"),
    Entry("dup_requests_inflight", "T", WRONG, "inflight"),
    Entry("dup_requests_inflight_patient", "T", WRONG, "pytest"),
    Entry("clock_fakes", "T", WRONG | PROTOCOL, "pytest"),
    Entry("shadow_stdlib", "TW", WRONG, "pytest"),
    Entry("shadow_stdlib:here", "TW", WRONG, "pytest", here=True),
    Entry("check_sniffer", "TSW", WRONG, "pytest"),
)

REACHING = (
    Entry("read_solution_tree", "SWJ", WRONG, "open S"),
    Entry("proc_ppid_mem", "SWJ", WRONG | CRASHED, "open J"),
    Entry("proc_env_cmdline", "SW", WRONG, "open S"),
    Entry("fd_scavenger", "SWJ", WRONG | PROTOCOL, "naive W"),
    Entry("net_everything", "NW", WRONG, "open N"),
    Entry("meddle_neighbours", "JW", WRONG | CRASHED, "open J"),
    Entry("cross_submission_channel", "W", WRONG, "open W", {"ROLE": "find"}, {"ROLE": "leave"}),
    Entry("leak_by_feedback", "", WRONG, "pytest", {}, {"LEAKED": "{}"}),
)

EXHAUSTING = (
    Entry("fork_bomb", "PTW", LIMIT | WRONG | CRASHED, "naive P"),
    Entry("fork_bomb_ctypes", "PTW", LIMIT | WRONG | CRASHED, "naive P"),
    Entry("fork_bomb_exec", "PTW", LIMIT | WRONG | CRASHED, "naive P"),
    Entry("daemon_escape", "PTW", WRONG | PROTOCOL, "naive P"),
    Entry("daemon_escape_ctypes", "PTW", WRONG | PROTOCOL | CRASHED, "naive P"),
    Entry("thread_bomb", "PT", LIMIT | WRONG | CRASHED, "hangs"),
    Entry("thread_bomb_raw", "PT", LIMIT | WRONG | CRASHED, "hangs"),
    Entry("memory_bombs", "PTJ", LIMIT | WRONG, "eats"),
    Entry("memory_bombs_growth", "PT", LIMIT | CRASHED, "eats"),
    Entry("memory_bombs_repr", "PT", LIMIT | WRONG, "eats"),
    Entry("memory_bombs_mapped", "PTW", LIMIT | WRONG | CRASHED, "naive W"),
    Entry("memory_bombs_recursion", "PT", LIMIT | WRONG | CRASHED, "dies"),
    Entry("cpu_and_signals", "PT", TIMEOUT | CRASHED, "hangs"),
    Entry("cpu_and_signals_sleep", "PT", TIMEOUT | CRASHED, "hangs"),
    Entry("swallow_cancel", "PT", TIMEOUT, "hangs"),
    Entry("swallow_cancel_spin", "PT", TIMEOUT, "hangs"),
    Entry("loop_starvers", "PT", TIMEOUT, "hangs"),
    Entry("loop_starvers_sum", "PT", TIMEOUT, "hangs"),
    Entry("loop_starvers_soon", "PT", TIMEOUT, "hangs"),
    Entry("loop_starvers_tasks", "PT", TIMEOUT, "eats"),
    Entry("loop_starvers_sleep", "PT", WRONG | TIMEOUT, "hangs"),
    Entry("output_bombs", "PT", LIMIT, "hangs"),
    Entry("output_bombs_line", "PT", LIMIT, "floods"),
    Entry("output_bombs_messages", "PT", LIMIT | PROTOCOL, "floods"),
    Entry("output_bombs_bytes", "PTR", WRONG | CRASHED | PROTOCOL, "escapes"),
    Entry("disk_fill", "PTW", LIMIT | WRONG | CRASHED, "naive T"),
    Entry("disk_fill_core", "PTW", CRASHED, "script W"),
    Entry("crash_interpreter", "PTJ", CRASHED, "dies"),
    Entry("crash_interpreter_code", "PTJ", CRASHED, "dies"),
    Entry("crash_interpreter_abort", "PTJ", CRASHED, "dies"),
)

ANY = WRONG | CRASHED | LIMIT | REJECTED
BODIES = [
    "deep",
    "nan",
    "infinite",
    "digits",
    "twice",
    "surrogate",
    "long_key",
    "pickle",
    "not_utf8",
    "endless",
    "length",
]

BROKEN = {
    **dict.fromkeys(["minuses", "attributes", "elifs", "operators", "megabytes", "utf16", "surrogates"], "parser"),
    **dict.fromkeys(["parentheses", "digits", "nul", "cookie", "surrogate_names"], "healthy"),
    "cookie_that_decodes_to_code": "script",
}
"""Name in `sources` → control."""

POISONING = (
    *(Entry(f"hostile_source:{name}", "TJ", ANY, control) for name, control in BROKEN.items()),
    *(Entry(f"hostile_messages:{name}", "TJWR", PROTOCOL, "messages", {"BODY": name}) for name in BODIES),
    Entry("html_in_every_field", "R", WRONG, "unescaped"),
    Entry("html_in_every_field_returned", "R", WRONG, "unescaped"),
    Entry("html_in_every_field:file", "R", WRONG, "unescaped", file="<img src=x onerror=alert(1)>.py"),
    Entry("terminal_escapes", "R", WRONG, "escapes"),
    Entry("terminal_escapes:file", "R", WRONG, "escapes", file="\x1b[2J\rpassed\u202e.py"),
)

PRETENDING = (
    Entry("hardcoded_answers", "T", WRONG, "pytest"),
    Entry("hardcoded_answers_printed", "T", WRONG, "pytest"),
    Entry("dead_code_await", "T", WRONG, "grep"),
    Entry("dead_code_await_decoys", "T", WRONG, "grep"),
    Entry("threads_in_disguise", "T", WRONG, "pytest"),
    Entry("threads_in_disguise_by_hand", "T", WRONG, "pytest"),
    Entry("heartbeat_faker", "T", WRONG, "pytest"),
    Entry("heartbeat_faker_alarm", "T", WRONG | LIMIT, "inflight"),
)

FORGING = (
    Entry("circle_of_calls", "TJ", PROTOCOL, "pytest"),
    Entry("deep_calls_told", "TJ", LIMIT, "pytest"),
    Entry("told_output", "TJ", LIMIT, "pytest"),
    Entry("told_output_names", "TJ", LIMIT, "pytest"),
    Entry("asks_by_the_thousand", "TJ", LIMIT | PROTOCOL, "pytest"),
    Entry("ready_again", "T", PROTOCOL, "pytest"),
    Entry("ready_again_probed", "T", PROTOCOL, "pytest"),
    Entry("ready_again_loaded", "T", PROTOCOL, "pytest"),
    Entry("ready_again_idle", "T", PROTOCOL, "pytest"),
    Entry("ready_again_late", "T", PROTOCOL, "pytest"),
    Entry("ready_again_choosing", "TJ", PROTOCOL, "pytest"),
    Entry("ready_again_giving_up", "T", PROTOCOL, "pytest"),
    Entry("ready_again_asking", "T", PROTOCOL, "pytest"),
    Entry("ready_again_elsewhere", "T", PROTOCOL, "pytest"),
    Entry("half_a_frame", "T", PROTOCOL, "pytest"),
    Entry("half_a_frame_before_loading", "T", PROTOCOL, "pytest"),
    Entry("half_a_frame_bad_end", "T", PROTOCOL, "pytest"),
    Entry("half_a_frame_slowly", "PT", LIMIT | CRASHED, "hangs"),
    Entry("closes_its_descriptors", "PT", CRASHED | PROTOCOL, "pytest"),
    Entry("closes_its_descriptors_and_swaps", "PT", PROTOCOL | CRASHED, "pytest"),
    Entry("nothing_is_left", "T", WRONG, "pytest"),
    Entry("given_of_its_own", "T", WRONG, "pytest"),
    Entry("given_of_its_own_driver", "T", WRONG, "pytest"),
    Entry("false_delay", "T", WRONG, "pytest"),
)

REACHING_ROUND = (
    Entry("deep_folders", "PTJ", WRONG, "pytest"),
    Entry("deep_folders_named", "PTJ", WRONG, "pytest"),
    Entry("nameless_files", "PTW", LIMIT | WRONG, "naive W"),
    Entry("stops_itself", "PT", LIMIT, "hangs"),
    Entry("stops_itself_by_a_limit", "PT", LIMIT | CRASHED, "dies"),
    Entry("pipes_shared_with_the_judge", "PTJW", WRONG, "naive W"),
    Entry("sockets_full_and_away", "PTJW", WRONG, "naive W"),
    Entry("own_threads_folder", "SWJ", WRONG, "open S"),
    Entry("robust_list_of_the_judge", "JW", WRONG, "open W"),
    Entry("many_tasks_with_markup", "TR", WRONG, "unescaped"),
)

ENTRIES = (*FORGING, *REACHING_ROUND, *ENDING, *TAMPERING, *REACHING, *EXHAUSTING, *POISONING, *PRETENDING)

ELSEWHERE = frozenset(
    {
        "read_solution_tree",
        "proc_ppid_mem",
        "proc_env_cmdline",
        "net_everything",
        "meddle_neighbours",
        "fork_bomb_ctypes",
        "daemon_escape_ctypes",
        "memory_bombs",
        "disk_fill",
    }
)
"""What the kernel must keep from happening: tried every time as another user and without namespaces, too."""
