"""The table of calls and the filter made of it: what the kernel is told."""

import errno
import importlib
import platform
import re
import site
import struct
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from grader.engine.confine import landlock, seccomp
from grader.engine.confine.syscalls import CALLS

OWN = 4711
ALLOWED, REFUSED = 0x7FFF0000, 0x50000
HEADERS = {
    "x86_64": Path(f"/usr/include/{platform.machine()}-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}


def judged(machine, name, *arguments, threads=True, processes=False):
    """Run the filter as the kernel does, on one call; return what it answers."""
    architecture = seccomp.ARCHITECTURES[machine]
    number = next(getattr(call, machine) for call in CALLS if call.name == name) if isinstance(name, str) else name
    padded = (*arguments, 0, 0, 0, 0, 0, 0)[:6]
    data = struct.pack("=IIQ6Q", number, architecture.audit, 0, *padded)
    return interpreted(seccomp.Filter(threads=threads, processes=processes, machine=machine).of(OWN), data)


def interpreted(code, data):
    """Interpret a filter: five operations are all that it has."""
    place = value = 0
    while True:
        operation, if_true, if_false, operand = struct.unpack_from("=HBBI", code, 8 * place)
        place += 1
        match operation:
            case 0x20:
                (value,) = struct.unpack_from("=I", data, operand)
            case 0x54:
                value &= operand
            case 0x15:
                place += if_true if value == operand else if_false
            case 0x35:
                place += if_true if value >= operand else if_false
            case 0x06:
                return operand
            case _:
                raise AssertionError(operation)


@pytest.fixture(params=seccomp.ARCHITECTURES)
def machine(request):
    """Each architecture that has a table."""
    return request.param


@pytest.mark.parametrize("column", HEADERS)
def test_the_numbers_are_those_of_the_kernel(column):
    """As the headers of this machine have them, where it has them."""
    header = HEADERS[column]
    if not header.is_file():
        pytest.skip(f"there is no {header}")
    pattern = r"#define __NR(?:3264)?_(\w+) (\d+)"
    numbers = {name: int(number) for name, number in re.findall(pattern, header.read_text())}
    numbers.setdefault("newfstatat", numbers.get("fstatat"))
    ours = {call.name: getattr(call, column) for call in CALLS if getattr(call, column) is not None}
    assert {name: numbers.get(name, number) for name, number in ours.items()} == ours
    assert len(set(ours) & set(numbers)) > 100


def test_no_call_is_listed_twice(machine):
    """A second row would never be reached."""
    names = [call.name for call in CALLS]
    numbers = [getattr(call, machine) for call in CALLS if getattr(call, machine) is not None]
    assert (len(set(names)), len(set(numbers))) == (len(names), len(numbers))


CASES = [
    ("read", (), ALLOWED),
    ("kill", (OWN, 15), ALLOWED),
    ("kill", (OWN + 1, 15), REFUSED | errno.EPERM),
    ("kill", (2**32 - 1, 15), REFUSED | errno.EPERM),
    ("tgkill", (OWN, 1, 6), ALLOWED),
    ("tgkill", (1, 1, 6), REFUSED | errno.EPERM),
    ("prlimit64", (0, 7), ALLOWED),
    ("prlimit64", (1, 7), REFUSED | errno.EPERM),
    ("clone", (0x3D0F00,), ALLOWED),
    ("clone", (17,), REFUSED | errno.EPERM),
    ("clone3", (), REFUSED | errno.ENOSYS),
    ("execve", (), REFUSED | errno.EPERM),
    ("sendto", (4, 0, 0, 0, 0), ALLOWED),
    ("sendto", (4, 0, 0, 0, 0x1000), REFUSED | errno.EPERM),
    ("sendto", (4, 0, 0, 0, 0x1000_0000_0000), REFUSED | errno.EPERM),
    ("socketpair", (1, 1 | 0o2004000), ALLOWED),
    ("socketpair", (1, 2), REFUSED | errno.EPERM),
    ("socketpair", (2, 1), REFUSED | errno.EPERM),
    ("ioctl", (0, 0x5401), ALLOWED),
    ("ioctl", (0, 0x5412), REFUSED | errno.EPERM),
    ("fcntl", (0, 3), ALLOWED),
    ("fcntl", (0, 8), REFUSED | errno.EPERM),
    ("fchmodat", (), REFUSED),
    ("prctl", (15,), ALLOWED),
    ("prctl", (4,), REFUSED | errno.EPERM),
    (9999, (), REFUSED | errno.EPERM),
]


@pytest.mark.parametrize(("name", "arguments", "answer"), CASES, ids=str)
def test_the_filter_judges_a_call(machine, name, arguments, answer):
    """By its number and its arguments; what is not listed is refused."""
    assert judged(machine, name, *arguments) == answer


def test_threads_and_processes_are_a_matter_of_the_exercise(machine):
    """A thread is a clone, too; where processes are allowed, signals to them are."""
    assert judged(machine, "clone", 0x3D0F00, threads=False) == REFUSED | errno.EPERM
    assert judged(machine, "clone", 17, processes=True) == ALLOWED
    assert judged(machine, "execve", processes=True) == ALLOWED
    assert judged(machine, "kill", OWN + 1, 15, processes=True) == ALLOWED


def test_another_way_to_call_is_closed():
    """The numbers of x32, and those of another architecture, which ends the process."""
    assert judged("x86_64", 0x40000000) == REFUSED | errno.EPERM
    code = seccomp.Filter(threads=True, processes=False, machine="x86_64").of(OWN)
    assert interpreted(code, struct.pack("=IIQ6Q", 0, 0x40000003, 0, 0, 0, 0, 0, 0, 0)) == 0x80000000


def test_an_architecture_without_a_table_is_told():
    """Rather than left open."""
    with pytest.raises(OSError, match="no table"):
        seccomp.Filter(threads=True, processes=False, machine="pdp11")


def test_a_file_has_no_rights_of_folders(tmp_path):
    """The kernel would refuse the rule."""
    file = tmp_path / "file"
    file.touch()
    rule = landlock.Rule(str(file), landlock.WRITE)
    rule.close()
    assert rule.rights & landlock.READ_DIR == 0


@pytest.mark.skipif(sys.platform != "linux", reason="a matter of Linux")
def test_no_folder_that_may_be_read_holds_what_is_installed(monkeypatch):
    """On some systems it lies below the compiled libraries, and the course and its solutions may be there."""
    linux = importlib.import_module("grader.engine.confine.linux")
    asked = [sys.executable, "-ISc", "import sys; print(*sys.path, sep='\\n')"]
    runner = subprocess.run(asked, capture_output=True, text=True, check=True)
    monkeypatch.setattr(sys, "path", runner.stdout.splitlines())  # this process may have the project's folder there
    readable = [Path(path) for path in (*linux._SYSTEM, *linux._library())]
    installed = [Path(sysconfig.get_path("purelib")), *map(Path, site.getsitepackages())]
    installed += [Path(sysconfig.get_path("purelib", vars={"base": sys.base_prefix}))]
    installed += [
        Path(f"{root}/python3.13/site-packages/grader") for root in ("/lib64", "/usr/lib64", "/usr/local/lib64")
    ]
    assert [(file, path) for file in installed for path in readable if file.is_relative_to(path)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="a matter of Linux")
@pytest.mark.parametrize(
    ("path", "root"),
    [
        ("/usr/lib/python3.11/json", "/usr"),
        ("/dev/null", "/dev"),
        ("/var/lib/python/json", "/var/lib"),
        ("/var/shelf/python/lib/json", "/var/shelf/python/lib/json"),
        ("/boot", "/boot"),
    ],
)
def test_what_many_files_have_in_common_has_nothing_in_common_with_the_folders_of_runs(path, root):
    """Of these all runs may open what they like, by the rules that they share: their own rules must not."""
    from grader.engine.confine import linux

    assert linux._apart("/var/shelf", path) == root
