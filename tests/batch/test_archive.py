"""An archive of strangers gives files in memory, or a reason: nothing else."""

import io
import os
import stat
import tarfile
import tracemalloc
import zipfile
import zlib
from pathlib import PurePosixPath

import pytest

from grader.batch import archive
from grader.batch.archive import Member, members
from grader.errors import NotFoundError, UsageError

OUTSIDE = "has a name that leads out of the archive"


def zipped(path, entries):
    """Write a zip; an entry is a name or a ZipInfo, and bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries:
            made.writestr(name, data)
    return path


def of_kind(name, kind):
    """Return an entry that says it is a link, a pipe, a device."""
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (kind | 0o777) << 16
    return entry


def test_a_zip_gives_its_files_by_their_names(tmp_path):
    """In a fixed order, whatever order they were packed in."""
    path = zipped(tmp_path / "a.zip", [("b/x.py", b"2"), ("a.py", b"1"), ("b/", b"")])
    assert list(members(path)) == [
        Member(path=PurePosixPath("a.py"), data=b"1"),
        Member(path=PurePosixPath("b/x.py"), data=b"2"),
    ]


def test_a_folder_gives_the_same_as_its_zip(tmp_path):
    """Unpacked by hand or not."""
    (tmp_path / "in" / "b").mkdir(parents=True)
    (tmp_path / "in" / "a.py").write_bytes(b"1")
    (tmp_path / "in" / "b" / "x.py").write_bytes(b"2")
    path = zipped(tmp_path / "a.zip", [("a.py", b"1"), ("b/x.py", b"2")])
    assert list(members(tmp_path / "in")) == list(members(path))


def test_a_streamed_zip_is_read(tmp_path):
    """Moodle writes sizes after the data (flag 0x808), so that they are 0 in front of it."""

    class Stream(io.RawIOBase):
        def __init__(self):
            self.written = bytearray()

        def writable(self):
            return True

        def write(self, data):
            self.written += data
            return len(data)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Zoë_1_assignsubmission_file/a.py", b"x = 1")
    (tmp_path / "a.zip").write_bytes(stream.written)
    assert zipfile.ZipFile(tmp_path / "a.zip").infolist()[0].flag_bits & 0x808 == 0x808
    assert [member.data for member in members(tmp_path / "a.zip")] == [b"x = 1"]


NAMES = {
    "../up.py": OUTSIDE,
    "a/../../up.py": OUTSIDE,
    "/etc/x.py": OUTSIDE,
    "C:/x.py": OUTSIDE,
    "C:\\x.py": OUTSIDE,
    "\\\\host\\share\\x.py": OUTSIDE,
    "..\\up.py": OUTSIDE,
    "a.py:ads": OUTSIDE,
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_leads_out_is_refused(tmp_path, name):
    """Also as Windows writes it; and nothing is written anywhere."""
    path = zipped(tmp_path / "a.zip", [(name, b"evil")])
    (found,) = members(path)
    assert (found.data, found.refused) == (b"", NAMES[name])
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_that_leads_out_would_be_one(tmp_path):
    """Control: who joins a member's name to a folder writes beside it."""
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(zipped(tmp_path / "a.zip", [("../up.py", b"evil")])) as opened:
        for name in opened.namelist():
            (tmp_path / "in" / name).write_bytes(opened.read(name))
    assert (tmp_path / "up.py").read_bytes() == b"evil"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK, stat.S_IFDIR])
def test_what_is_no_regular_file_is_refused(tmp_path, kind):
    """Links, pipes, devices."""
    (found,) = members(zipped(tmp_path / "a.zip", [(of_kind("a.py", kind), b"/etc/passwd")]))
    assert (found.data, found.refused) == (b"", "is no regular file")


def test_a_link_in_a_folder_is_not_followed(tmp_path):
    """Neither to a file nor to a folder: control, a plain look follows both."""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.py").write_text("secret")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.py").symlink_to(tmp_path / "secret" / "key.py")
    (tmp_path / "in" / "b").symlink_to(tmp_path / "secret")
    os.mkfifo(tmp_path / "in" / "c.py")
    assert (tmp_path / "in" / "a.py").read_text() == (tmp_path / "in" / "b" / "key.py").read_text() == "secret"
    assert [(str(member.path), member.data) for member in members(tmp_path / "in")] == [("a.py", b""), ("c.py", b"")]


def test_a_bomb_costs_what_it_weighs(tmp_path):
    """64 MiB in 64 KiB: a few MiB of memory, in a zip and in a zip inside. Control: the bomb unpacks."""
    bomb = zipped(tmp_path / "bomb.zip", [("a.py", bytes(64 * 2**20))])
    assert bomb.stat().st_size < 2**17
    assert zipfile.ZipFile(bomb).infolist()[0].file_size == 64 * 2**20
    nested = zipped(tmp_path / "nested.zip", [("ann/work.zip", bomb.read_bytes())])
    tracemalloc.start()
    try:
        found = [*members(bomb), *members(nested)]
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [(str(member.path), member.refused) for member in found] == [
        ("a.py", "is larger than 4 MiB"),
        ("ann/work/a.py", "is larger than 4 MiB"),
    ]
    assert peak < 4 * archive.MOST_BYTES


def test_too_many_files_are_refused_before_they_are_listed(tmp_path):
    """The directory's length stands at a zip's end."""
    path = zipped(tmp_path / "a.zip", [("a.py", b"")])
    data = bytearray(path.read_bytes())
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = (0x7FFFFFFF).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(UsageError, match="more than 100000 files"):
        list(members(path))


def test_too_many_files_are_refused_when_their_names_are_short(tmp_path, monkeypatch):
    """Then the number counts, and not the length."""
    monkeypatch.setattr(archive, "MOST_FILES", 3)
    path = zipped(tmp_path / "a.zip", [(f"{number}.py", b"") for number in range(4)])
    with pytest.raises(UsageError, match="more than 3 files"):
        list(members(path))


def test_a_zip_inside_is_opened_and_one_inside_that_is_not(tmp_path):
    """Students hand in zips; who hides one in another has something else in mind."""
    inner = zipped(tmp_path / "c.zip", [("deep.py", b"x")]).read_bytes()
    middle = zipped(tmp_path / "b.zip", [("gather.py", b"y"), ("c.zip", inner), ("../up.py", b"z")]).read_bytes()
    path = zipped(tmp_path / "a.zip", [("ann/work.zip", middle), ("bob/broken.zip", b"PK\x05\x06")])
    assert [(str(member.path), member.data, member.refused) for member in members(path)] == [
        ("ann/work/../up.py", b"", OUTSIDE),
        ("ann/work/c.zip", b"", "is a zip in a zip"),
        ("ann/work/gather.py", b"y", ""),
        ("bob/broken.zip", b"", "cannot be opened: it has no directory"),
    ]


def test_an_encrypted_file_is_refused(tmp_path):
    """And said to be so: a bit in its header tells."""
    path = zipped(tmp_path / "a.zip", [("a.py", b"x")])
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert [member.refused for member in members(path)] == ["is encrypted"]


def test_a_damaged_file_spares_the_others(tmp_path):
    """One student's broken upload is one student's."""
    path = zipped(tmp_path / "a.zip", [("a.py", b"x" * 1000), ("b.py", b"y")])
    data = bytearray(path.read_bytes())
    data[40:44] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    first, second = members(path)
    assert first.refused.startswith("is damaged (")
    assert (second.data, second.refused) == (b"y", "")


def test_the_same_name_twice_is_told(tmp_path):
    """The first counts; Windows' backslash makes no other name."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = zipped(tmp_path / "a.zip", [("a/x.py", b"1"), ("a/x.py", b"2"), ("a\\y.py", b"3")])
    assert [(str(member.path), member.data, member.refused) for member in members(path)] == [
        ("a/x.py", b"1", ""),
        ("a/x.py", b"", "is in the archive twice"),
        ("a/y.py", b"3", ""),
    ]


def test_what_systems_add_is_left_out(tmp_path):
    """Nobody handed it in."""
    names = [
        "__MACOSX/a/._x.py",
        "a/.DS_Store",
        "a/._x.py",
        "a/Thumbs.db",
        "a/__pycache__/x.pyc",
        "a/.git/x.py",
        "a/x.py",
    ]
    assert [str(member.path) for member in members(zipped(tmp_path / "a.zip", [(name, b"") for name in names]))] == [
        "a/x.py"
    ]


def test_an_endless_name_is_cut(tmp_path):
    """A name is shown, and matched with patterns."""
    (found,) = members(zipped(tmp_path / "a.zip", [("a" * 60_000 + ".py", b"x")]))
    assert (len(str(found.path)), found.refused) == (1000, "has a name that is too long")


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06", b"not a zip", b"PK\x03\x04" + bytes(100), zlib.compress(b"x")])
def test_what_is_no_zip_is_told(tmp_path, data):
    """With what to do."""
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(UsageError, match="neither a folder nor a zip"):
        list(members(tmp_path / "a.zip"))


def test_a_tar_is_not_opened(tmp_path):
    """A tar's headers may be of any length, and are read into memory: it is to be unpacked by who trusts it."""
    with tarfile.open(tmp_path / "a.tar", "w") as made:
        made.add(__file__, "a.py")
    with pytest.raises(UsageError, match="unpack it, and name the folder"):
        list(members(tmp_path / "a.tar"))


def test_what_is_not_there_is_told(tmp_path):
    """As everywhere in the command."""
    with pytest.raises(NotFoundError, match="no file or folder"):
        list(members(tmp_path / "a.zip"))
