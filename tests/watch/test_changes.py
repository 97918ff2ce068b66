"""Changes of a real file are told, whichever way it is written."""

import queue
import threading

import pytest

from grader.watch.changes import changes

PATIENCE = 30
"""Seconds after which nothing comes any more."""


class Told:
    """Counts what is told; `until` waits for a state of the file."""

    def __init__(self):
        self.words = queue.SimpleQueue()

    def __call__(self):
        self.words.put(None)

    def until(self, holds):
        """Look at each word whether it holds now; the word after a change is the last one needed."""
        while True:
            self.words.get(timeout=PATIENCE)
            if holds():
                return


def rename(file):
    """Write another file, and put it in the old one's place."""
    other = file.with_name(".gather.py.swp")
    other.write_text("new", "utf-8")
    other.replace(file)


def rewrite(file):
    """Empty the file and write it."""
    file.write_text("new", "utf-8")


def delete_and_write(file):
    """Take the file away, and write another one."""
    file.unlink()
    file.write_text("new", "utf-8")


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """A file that is watched."""
    file = tmp_path_factory.mktemp("work") / "gather.py"
    file.write_text("old", "utf-8")
    told = Told()
    with changes(file, told):
        told.until(lambda: True)
        yield file, told


@pytest.mark.parametrize("way", [rename, rewrite, delete_and_write])
def test_every_way_to_save_is_told(watched, way):
    """After the last step of it."""
    file, told = watched
    file.write_text("old", "utf-8")
    told.until(lambda: file.read_text("utf-8") == "old")
    way(file)
    told.until(lambda: file.is_file() and file.read_text("utf-8") == "new")


def test_a_deleted_file_is_told(watched):
    """And it is, when it is back."""
    file, told = watched
    file.unlink()
    told.until(lambda: not file.exists())
    file.write_text("back", "utf-8")
    told.until(lambda: file.is_file() and file.read_text("utf-8") == "back")


def test_a_link_is_followed_and_a_folder_that_is_replaced_is_waited_for(tmp_path):
    """Afterwards changes are told as before, and no thread is left."""
    real, link = tmp_path / "real" / "gather.py", tmp_path / "gather.py"
    real.parent.mkdir()
    real.write_text("old", "utf-8")
    link.symlink_to(real)
    told, before = Told(), threading.active_count()
    with changes(link, told):
        told.until(lambda: True)
        real.write_text("new", "utf-8")
        told.until(lambda: link.read_text("utf-8") == "new")
        real.parent.rename(tmp_path / "away")
        real.parent.mkdir()
        real.write_text("another", "utf-8")
        told.until(lambda: link.is_file() and link.read_text("utf-8") == "another")
    assert threading.active_count() == before
