"""What is installed is read as `importlib.metadata` reads it, and nothing beside it."""

import sys
from importlib.metadata import Distribution as Found
from pathlib import Path

import pytest

from grader.engine.distributions import folders, read, required

PATHS = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]


def installed(home, record, metadata="Metadata-Version: 2.1\nName: some-thing\nVersion: 1\n"):
    """Lay out a distribution whose files are there."""
    folder = home / "some_thing-1.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(metadata, "utf-8")
    (folder / "RECORD").write_text("".join(f"{name},,\n" for name in record), "utf-8")
    for name in ("foo.py", "part/__init__.py", "own.py"):
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_text("", "utf-8")
    return read(folders([str(home)])["some-thing"])


def test_everything_that_is_installed_here_is_told_as_importlib_tells_it():
    """What each requires, and where its files lie."""
    found = folders(PATHS)
    assert {"pytest", "jinja2", "msgspec"} <= found.keys()
    for name, folder in found.items():
        ours, theirs = read(folder), next(iter(Found.discover(name=name, path=PATHS)))
        tops = {str(theirs.locate_file(file.parts[0])) for file in theirs.files or () if file.parts[0] != ".."}
        assert set(ours.paths) == {top for top in tops if Path(top).exists()}
        assert ours.requires == required(theirs.requires or ())
        assert ours.of_importlib().version == theirs.version


@pytest.mark.parametrize("name", ["..", "../x.py", ".", "./", "", "/etc/passwd", "./../x.py", "gone.py", "gone/x.py"])
def test_nothing_beside_its_files_is_opened(tmp_path, name):
    """Whatever a list of files says: neither the folder of all, nor the one above it."""
    assert installed(tmp_path, [name, "own.py"]).paths == [str(tmp_path / "own.py")]


def test_names_may_begin_with_the_folder(tmp_path):
    """As some tools write them."""
    found = installed(tmp_path, ["./foo.py", "part/__init__.py", '"part/a,b.txt"'])
    assert (found.modules, found.tops) == (["foo", "part"], ["foo.py", "part/"])


def test_a_header_may_go_on_on_the_next_line(tmp_path):
    """And names of headers have no case; what stands in the description is no header."""
    text = "name: x\nrequires-dist: one;\n  extra == 'all'\nRequires-Dist: two\n  >=1\n\nRequires-Dist: three\n"
    assert installed(tmp_path, [], text).requires == ["two"]
