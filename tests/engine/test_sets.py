"""Things of the library have hashes by number, and a program's own hashes are its own."""

import asyncio
import threading

import pytest

from grader.engine.virtual.sets import Sets


@pytest.fixture(autouse=True)
def sets():
    """The hashes, put in place and taken away again."""
    made = Sets()
    undo = made.install()
    yield made
    undo()


class Named:
    """Equal by name, as a mixin of a program's own."""

    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return self.name == other.name

    def __hash__(self):
        return hash(self.name)


class Equal:
    """Equal, and so without a hash."""

    def __eq__(self, other):
        return True


def test_each_run_counts_anew(sets):
    """And a thing keeps its number."""
    first = [asyncio.Queue(), asyncio.Event(), asyncio.Queue()]
    hashes = [hash(one) for one in first]
    assert len(set(hashes)) == 3
    assert hashes == [hash(one) for one in first]
    sets.begin()
    assert hashes == [hash(one) for one in (asyncio.Event(), asyncio.Lock(), asyncio.Queue())]


def test_a_hash_of_a_programs_own_is_heeded():
    """Of the class, or of one beside the library's; also one that asks for the library's."""

    class Client(asyncio.Protocol, Named):
        pass

    class Worker(threading.Thread):
        def __hash__(self):
            return 7 + super().__hash__() * 0

    assert len({Client("a"), Client("a"), Client("b")}) == 2
    assert hash(Worker()) == 7


def test_what_has_no_hash_has_none_here():
    """As without the library's."""

    class Both(asyncio.Queue, Equal):
        pass

    with pytest.raises(TypeError, match="unhashable type: 'Both'"):
        hash(Both())


def test_a_class_that_saves_space_has_the_hash_that_it_had():
    """There is no place for a number."""

    class Slim(asyncio.Protocol):
        __slots__ = ()

    thing = Slim()
    assert hash(thing) == object.__hash__(thing)
