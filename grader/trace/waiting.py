"""Who waits for whom in a deadlock, in words: the holder of a lock, who fed a queue, who should have set an event.

All of it is reported evidence: it explains, and no points hang on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from grader.model import Helper, Place, Waiter

SHOWN = 3
"""Tasks that are named in one sentence."""

_NOT_THE_LEARNERS = ("given.py", "scenario.py")

_NOT_COME = {"readexactly": "and not the rest", "readline": "and no end of a line"}
"""A read of a stream -> what it still waits for."""

Name = Callable[[str], str]
"""Writes what a task is called."""


def circle(waiters: Sequence[Waiter]) -> tuple[Waiter, ...]:
    """Return tasks of which each waits for the next and the last for the first, each for a task or for what it holds.

    Of several circles the shortest one comes first, then the one of the earliest task; none: an empty tuple.
    """
    by_number = {waiter.number: waiter for waiter in waiters if waiter.number is not None}
    found = [path for start in by_number if (path := _way_back(start, by_number))]
    best = min(found, key=len, default=[])
    return tuple(by_number[number] for number in best)


def _way_back(start: int, waiters: dict[int, Waiter]) -> list[int]:
    """Return the shortest way from a task to itself."""
    came_from: dict[int, int] = {}
    reached = [start]
    for number in reached:
        for following in _needed(waiters[number]):
            if following == start:
                path = [number]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return path[::-1]
            if following in waiters and following not in came_from:
                came_from[following] = number
                reached.append(following)
    return []


def _needed(waiter: Waiter) -> list[int]:
    return [helper.number for helper in waiter.on if helper.how in ("awaited", "holds") and helper.number is not None]


def reason(waiter: Waiter, name: Name = lambda task: f"`{task}`") -> str:
    """Say why a wait cannot end: who holds the lock, who fed the queue, who set the event. Empty: nothing is known.

    It goes on a sentence, such as "`first()` waited for `Lock.acquire()`".
    """
    kind, _, method = waiter.awaiting.removesuffix("()").partition(".")
    told = ""
    if method == "acquire" and waiter.thing is not None:
        told = _held(waiter, kind in ("Lock", "Condition"), name)
    elif method == "join" and waiter.unfinished is not None:
        told = _not_done(waiter, name)
    elif method in ("get", "put") and waiter.length is not None:
        told = _moved(waiter, *(("put", "put", "into") if method == "get" else ("get", "taken", "out of")), name)
    elif kind == "StreamReader" and waiter.length:
        told = f"{_counted(waiter.length, 'byte')} had come, {_NOT_COME.get(method, 'and no end')}"
    elif waiter.missing is not None:
        told = f"{_counted(waiter.missing, 'task')} more {_were(waiter.missing)} to come"
    elif method == "wait" and kind in ("Event", "Condition") and waiter.thing is not None:
        how, done = ("clear", "cleared") if kind == "Event" else ("notify", "notified")
        told = f"nobody had {'set' if kind == 'Event' else done} it"
        for helper in _of(waiter, how):
            told = f"{_who(helper, name)} had {done} it{_on(helper.place)}"
    return f": {told}" if told else ""


def _held(waiter: Waiter, single: bool, name: Name) -> str:
    holders = _of(waiter, "holds")
    own = [holder for holder in holders if holder.number == waiter.number]
    gone = [holder for holder in holders if holder.ended]
    if own:
        return f"it had taken {'the lock' if single else 'a place'} itself{_on(own[0].place)}"
    if gone:
        taken = f"{'the lock' if single else 'a place'} was taken{_on(gone[0].place)} by {_who(gone[0], name)}"
        return f"{taken}, which had ended without giving it back"
    if not holders:
        return "" if single else "no task had a place"
    parts = []
    for (who, on), count in Counter((_who(holder, name), _on(holder.place)) for holder in holders).items():
        tasks = len({holder.number for holder in holders if (_who(holder, name), _on(holder.place)) == (who, on)})
        parts.append(f"{f'{tasks} tasks ' if tasks > 1 else ''}{who} ({f'{count} ' if count > tasks else ''}taken{on})")
    return f"the {'lock was' if single else 'places were'} held by {_listed(parts)}"


def _not_done(waiter: Waiter, name: Name) -> str:
    number, waiting = waiter.unfinished or 0, waiter.length or 0
    told = f"{_counted(number, 'item')} {_were(number)} not marked done"
    if waiting:
        told += f", {waiting} of them not even taken out"
    done = {helper.number: helper.count for helper in _of(waiter, "done")}
    took = [
        f"{_who(helper, name)} took {_counted(helper.count, 'item')}{_on(helper.place)} "
        f"and marked {done.get(helper.number, 'none')} done"
        for helper in _of(waiter, "get")
        if done.get(helper.number, 0) < helper.count
    ]
    return f"{told}; {_listed(took)}" if took else told


def _moved(waiter: Waiter, how: str, done: str, way: str, name: Name) -> str:
    groups: dict[tuple[str, str], list[Helper]] = {}
    for helper in _of(waiter, how):
        groups.setdefault((_who(helper, name), _on(helper.place)), []).append(helper)
    told = [
        f"{f'{len(helpers)} tasks ' if len(helpers) > 1 else ''}{who} had {done} "
        f"{_counted(sum(helper.count for helper in helpers), 'item')} {way} it{on}"
        + (" and had ended" if all(helper.ended for helper in helpers) else "")
        for (who, on), helpers in groups.items()
    ]
    return _listed(told) if told else f"nothing was ever {done} {way} it"


def _of(waiter: Waiter, how: str) -> list[Helper]:
    return [helper for helper in waiter.on if helper.how == how]


def _who(helper: Helper, name: Name) -> str:
    return name(helper.task) if helper.number is not None else "code outside of any task"


def _on(place: Place | None) -> str:
    if place is None:
        return ""
    return f" on line {place.line}{f' of {place.file}' if place.file in _NOT_THE_LEARNERS else ''}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _listed(parts: Sequence[str]) -> str:
    shown = list(parts) if len(parts) <= SHOWN else [*parts[:SHOWN], f"{len(parts) - SHOWN} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
