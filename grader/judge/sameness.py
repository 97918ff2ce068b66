"""Which runs are the same, and need be run once only.

Two jobs are the same when whatever the runner and the services are given is equal. Of a function that an author wrote
that can be told in one case only: its code reads nothing but its arguments and constants. One that reads a global, a
closure or an attribute may answer differently the next time, and its run is not shared. When unsure, run again: that
costs a few milliseconds, while a run that is wrongly shared costs a learner points.

Where the same check is only called once more (`ahead`), functions may read plain data round them: they do the same as
long as that is equal, and whoever shares the run looks whether it still is when the run is over.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType

from grader.runner import Job
from grader.runner.services import Service
from grader.runner.values import encode


def identity(job: Job, *, as_it_is: bool = False) -> tuple[object, ...] | None:
    """Return something equal for jobs that run the same way, or None where that cannot be told.

    `as_it_is`: functions may read plain data of their closure and their module, which counts as it is now.
    """
    of_function = _as_it_is if as_it_is else _of_function
    try:
        services = tuple((name, _of_service(service, of_function)) for name, service in sorted(job.replace.items()))
        arguments = tuple(map(_of_data, job.arguments))
    except (TypeError, ValueError, RecursionError):
        return None
    files = tuple(sorted(job.files.items()))
    schedule = job.schedule
    varied = None if schedule is None else (schedule.knobs, tuple(sorted(schedule.choices.items())), schedule.seed)
    data = tuple(sorted(job.data.items()))
    settings = job.main_file, job.limits, job.network, job.seed, job.cancel_ns, job.allows, job.shares, varied
    return job.target, arguments, services, files, data, *settings


def _of_service(service: Service, of_function: Callable[[object], tuple[object, ...]]) -> tuple[object, ...]:
    fields = (service.seconds, service.returns, service.raises)
    return (service.parameters, service.may_vary, *(of_function(f) if callable(f) else _of_data(f) for f in fields))


def _of_data(value: object) -> str:
    """Return the text of what crosses the boundary for a value: it tells 1 from 1.0 and True. Raises TypeError."""
    return repr(encode(value))


def _of_function(function: object) -> tuple[object, ...]:
    """Return something equal for functions that do the same. Raises TypeError where that cannot be told."""
    if type(function) is not FunctionType or function.__closure__ or function.__dict__:
        raise TypeError("not comparable")
    return (*_of_code(function.__code__), _of_data(function.__defaults__), _of_data(function.__kwdefaults__))


def _as_it_is(function: object) -> tuple[object, ...]:
    """Return something equal for functions that do the same with what they read now. Raises TypeError."""
    if type(function) is not FunctionType or function.__dict__:
        raise TypeError("not comparable")
    cells = [_read(cell.cell_contents) for cell in function.__closure__ or ()]
    known = function.__globals__
    read = [(name, _read(known[name])) for name in sorted({*_names(function.__code__)}) if name in known]
    values = _of_data(function.__defaults__), _of_data(function.__kwdefaults__)
    return (*_of_code(function.__code__, may_read=True), *cells, *read, *values)


def _read(value: object) -> object:
    """Return what tells something that a function reads: another function, what Python brings, or data."""
    if type(value) is FunctionType:
        return _as_it_is(value)
    if getattr(builtins, getattr(value, "__name__", ""), None) is value:
        return value
    return _of_data(value)


def _names(code: CodeType) -> Iterator[str]:
    """Yield the names that code, and the code in it, looks up: those of attributes are among them."""
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)


def of_closure(function: object) -> tuple[object, ...] | None:
    """Return something equal for one function with the same data in its closure; None where that cannot be told.

    That is for functions of one session's checks: what they read of their module is the same each time.
    """
    if type(function) is not FunctionType or function.__dict__:
        return None
    try:
        cells = [_of_data(cell.cell_contents) for cell in function.__closure__ or ()]
        values = _of_data(function.__defaults__), _of_data(function.__kwdefaults__)
    except (TypeError, ValueError):
        return None
    return function.__code__, *cells, *values


def _of_code(code: CodeType, *, may_read: bool = False) -> tuple[object, ...]:
    """Compare by what code does, not by where it stands. Constants as text: 1 == True == 1.0."""
    if not may_read and (code.co_names or code.co_freevars):
        raise TypeError("not comparable")
    constants = tuple(
        _of_code(item, may_read=may_read) if isinstance(item, CodeType) else repr(item) for item in code.co_consts
    )
    signature = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags, code.co_varnames
    names = code.co_names, code.co_freevars, code.co_cellvars
    return code.co_code, code.co_exceptiontable, *names, constants, signature
