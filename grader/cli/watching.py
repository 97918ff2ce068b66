"""One exercise after the other is watched; what keys ask for beside grading."""

from __future__ import annotations

import os
import queue
import shutil
import sys
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from grader.course import hints, progress
from grader.course.writing import HIDDEN, PAGE
from grader.errors import ProgressError
from grader.exercise import course_root, load_course, load_exercise
from grader.grading import decided
from grader.model import Report
from grader.policy import applied
from grader.report import render
from grader.report.audience import shown_to
from grader.watch.changes import changes
from grader.watch.desk import Table
from grader.watch.display import Drawn, Look, Written
from grader.watch.events import Event, Pressed, Resized, Saved
from grader.watch.keys import are_to_be_had, keys
from grader.watch.loop import Loop
from grader.watch.page import Page, served
from grader.watch.signals import Gate, signals
from grader.watch.state import KEYS

from . import console, delivery, listing, pages
from .hint import head
from .target import Target, find

AROUND = 7
"""Lines of the screen that a list leaves free, for what stands around it."""

Judge = Callable[..., object]
"""`grade_all` with its options."""


class Watching:
    """Watches exercises, from the one that is named on."""

    def __init__(self, judge: Judge, *, page: bool, plain: bool) -> None:
        self._judge = judge
        self._wants_page = page
        self._is_drawn = not plain and console.drawn(sys.stdout)
        self._format = "spoken" if plain else "plain"
        self._has_keys = are_to_be_had()
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._page: Page | None = None
        self._ready: Callable[[], None] = lambda: None
        self._loop: Loop | None = None
        self.gate = Gate()
        """Through it `q` calls off a grading."""

    @property
    def has_passed(self) -> bool:
        """Whether the last report passed."""
        return self._loop is not None and self._loop.state.has_passed

    def begin(self, stack: ExitStack) -> None:
        """Make ready what lasts until the stack is closed: signals, keys, the page."""
        stack.enter_context(signals(lambda: self._events.put(Resized())))
        if self._has_keys:
            self._ready = stack.enter_context(keys(self._press))
        if self._wants_page:
            self._page = stack.enter_context(served())

    def watch(self, found: Target | None) -> None:
        """Watch an exercise, and those that `n` goes on to."""
        greeting = ""
        while found is not None:
            found = self._one(found, greeting)
            greeting = task(found, is_drawn=self._is_drawn) if found is not None else ""

    def _press(self, key: str) -> None:
        _, deed = KEYS.get(key, ("", "wait"))
        if not (deed == "quit" and self.gate.call_off()):
            self._events.put(Pressed(key))

    def _one(self, found: Target, greeting: str) -> Target | None:
        """Watch one exercise; return the next one, or None when it is over."""
        wishes = Wishes(found, self._page, has_keys=self._has_keys, is_drawn=self._is_drawn)
        look = Look(
            color=self._is_drawn and console.color(sys.stdout),
            unicode=console.unicode(sys.stdout),
            keys=self._has_keys,
            width=console.width,
        )
        name = seen(found.file)
        display = Drawn(sys.stdout, name, look) if self._is_drawn else Written(sys.stdout, name, look, self._format)
        table = Table(
            file=found.file,
            events=self._events,
            display=display,
            gate=self.gate,
            ready=self._ready,
            then=wishes.then,
            keep=wishes.keep,
            answers={
                "task": wishes.task,
                "hint": wishes.hint,
                "list": wishes.list,
                "next": wishes.next,
                "report": wishes.report,
            },
        )
        self._loop = loop = Loop(table, greeting)
        _, grading = decided(None, None, found.exercise)

        def shown(report: Report) -> None:
            loop.report(shown_to(applied(report, grading), "student", datetime.now(UTC)))

        with changes(found.file, lambda: self._events.put(Saved())):
            try:
                self._judge(loop.submissions(), found.exercise, grading=grading, on_report=shown)
            finally:
                self.gate.close()
                display.end()
        return wishes.following if loop.end == "next" else None


def seen(path: Path) -> str:
    """Return a path as it is from here; from another drive of Windows it is the whole one."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return str(path)


def task(found: Target, *, is_drawn: bool) -> str:
    """Say what an exercise asks, and where its file is."""
    asked = pages.task((found.exercise / "README.md").read_text("utf-8"))
    beside = ", beside its README.md" if found.workspace is not None else ""
    words = f"{found.exercise.name}: {load_exercise(found.exercise).title}\nFile: {seen(found.file)}{beside}\n"
    return f"{words}\n{pages.laid_out(asked) if is_drawn else asked}"


TEXT_BROWSERS = ("www-browser", "links", "elinks", "lynx", "w3m")
"""Those that the standard library starts in the terminal."""


def opened(address: str) -> bool:
    """Open a page in a browser, but for one that would take the terminal; tell whether there was one."""
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    if type(browser) is not webbrowser.GenericBrowser:
        return browser.open(address)
    # a command of $BROWSER's: the standard library would wait for its end, and lend it the keys
    return Path(browser.name).name not in TEXT_BROWSERS and _started(
        [browser.name, *(argument.replace("%s", address) for argument in browser.args)]
    )


def _started(command: list[str]) -> bool:
    """Start a command away from the terminal; tell whether it could be."""
    from subprocess import DEVNULL, Popen

    try:
        Popen(command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True)
    except OSError:
        return False
    return True


class Wishes:
    """What keys ask for beside grading, for one exercise; each answer is text for the screen, or empty."""

    def __init__(self, found: Target, page: Page | None, *, has_keys: bool, is_drawn: bool) -> None:
        self._found = found
        self._workspace = found.workspace
        self._slug = found.exercise.name
        self._page = page
        self._has_keys = has_keys
        self._is_drawn = is_drawn
        self.following: Target | None = None
        """What `n` goes on to, once it was pressed."""

    def then(self) -> str:
        """Say which exercise is next, once this one has passed; nothing where the progress cannot be read."""
        try:
            slug = self._next_slug()
        except ProgressError:
            return ""
        if not slug:
            return "Every other exercise is passed." if self._workspace is not None else ""
        title = load_exercise(course_root() / "exercises" / slug).title
        return f"{'n goes on with' if self._has_keys else 'Next:'} {slug}, “{title}”."

    def keep(self, report: Report) -> str:
        """Keep a report as a page and in the progress; return why the progress could not be kept, or nothing."""
        kept = delivery.keep_page(report, self._found.file.parent)
        if self._page is not None:
            self._page.show(kept.read_text("utf-8") if kept is not None else render(report, "html"))
        if self._workspace is not None:
            try:
                progress.record(self._workspace, self._slug, report)
            except ProgressError as error:
                return str(error)
        return ""

    def task(self) -> str:
        """Return what the exercise asks."""
        return task(self._found, is_drawn=self._is_drawn)

    def hint(self) -> str:
        """Return one more hint; after the last one all of them. Raises ProgressError."""
        if self._workspace is None:
            return "Hints are to be had in a course folder: `grade init my-course` makes one."
        hint = hints.next_hint(self._workspace, self._slug)
        texts = hint.texts if hint.number else [f"{number}. {text}" for number, text in enumerate(hint.texts, 1)]
        return "\n".join([head(hint).strip(), *texts])

    def list(self) -> str:
        """Return the exercises, as many around this one as there is room for, and how far the learner has come.

        Raises ProgressError.
        """
        if self._workspace is None:
            return "The list is to be had in a course folder: `grade init my-course` makes one."
        known = progress.read(self._workspace)
        rows = listing.table(list(listing.listed(self._workspace, known)))
        room = max(shutil.get_terminal_size().lines - AROUND, 3) if self._is_drawn else len(rows)
        place = self._workspace.course.exercises.index(self._slug)
        first = max(0, min(place - room // 2, len(rows) - room))
        return "\n".join([listing.count(self._workspace, known), "", *rows[first : first + room]])

    def next(self) -> str:
        """Find the next exercise; return why there is none, or nothing. Raises GraderError."""
        slug = self._next_slug()
        if not slug:
            return "Every other exercise is passed." if self._workspace is not None else "This is the last exercise."
        (self.following,) = find(slug, None, self._workspace.folder if self._workspace is not None else Path.cwd())
        return ""

    def report(self) -> str:
        """Open the page that follows the reports, or that of the last one; return what to open where that fails."""
        own = self._found.file.parent / HIDDEN / PAGE
        address = self._page.address if self._page is not None else own.absolute().as_uri()
        return "" if opened(address) else f"No browser could be started. Open this page in one:\n{address}"

    def _next_slug(self) -> str:
        """Return the next exercise after this one, and then from the first, that is not passed; empty for none."""
        order = load_course(course_root()).exercises
        place = order.index(self._slug) + 1 if self._slug in order else 0
        if self._workspace is None:
            return order[place] if 0 < place < len(order) else ""
        known = progress.read(self._workspace)
        return next((slug for slug in order[place:] + order[: place - 1] if not known.of(slug).passed), "")
