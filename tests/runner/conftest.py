"""Fixtures of the runner's tests: each test runs with both ways to start a runner, unless it says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from grader.runner import Backend, Finished, start

from .programs import execute


@pytest.fixture(scope="session", params=["fork", "spawn"])
def backend(request: pytest.FixtureRequest) -> Iterator[Backend]:
    backend = start(request.param)
    yield backend
    backend.close()


@pytest.fixture(scope="session")
def zygote() -> Iterator[Backend]:
    """Forked runners, for tests in which the two ways cannot differ."""
    backend = start("fork")
    yield backend
    backend.close()


@pytest.fixture(scope="session")
def open_zygote() -> Iterator[Backend]:
    """Forked runners that nothing confines: the control of tests in which confinement is what refuses."""
    backend = start("fork", confined=False)
    yield backend
    backend.close()


@pytest.fixture
def unconfined(open_zygote: Backend) -> Callable[..., Finished]:
    """Run a program, forked, without confinement."""
    return lambda source, **options: execute(open_zygote, source, **options)


@pytest.fixture
def run(backend: Backend) -> Callable[..., Finished]:
    """Run a program, started either way."""
    return lambda source, **options: execute(backend, source, **options)


@pytest.fixture
def quick(zygote: Backend) -> Callable[..., Finished]:
    """Run a program, forked."""
    return lambda source, **options: execute(zygote, source, **options)
