"""Fixtures for tests that run programs."""

from collections.abc import Iterator

import pytest

from grader.runner import Backend, start


@pytest.fixture(scope="session")
def backend() -> Iterator[Backend]:
    """Start runners once for all tests of this folder."""
    backend = start()
    yield backend
    backend.close()
