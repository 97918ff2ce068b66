"""Confinement, tried by programs: what is refused, what goes on, and which tier that is."""

import sys
import tempfile
from pathlib import Path

import pytest

from grader.errors import GraderError, IsolationError
from grader.model import LimitExceeded, Limits, Raised, Returned
from grader.runner import isolation, start
from grader.runner.zygote import START

from .programs import execute, texts

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="confinement is tested on Linux only")


def test_runners_are_sealed(backend):
    """Nothing of what is tried goes through."""
    assert isolation.probe(backend).possible == []
    assert isolation.probe(backend).tier == "sealed"


def test_everything_that_is_tried_goes_through_without_confinement(open_zygote):
    """The control of the tries."""
    found = isolation.probe(open_zygote)
    assert found.tier == "none"
    assert [name for name, refusal in found.probes.items() if refusal and "not to be had" not in refusal] == []


@pytest.mark.parametrize("allows", [(), ("subprocesses",)])
@pytest.mark.parametrize("forbids", [(), ("threads",)])
def test_every_profile_is_sealed(zygote, allows, forbids):
    """Processes that an exercise allows are the only thing that goes through."""
    found = isolation.probe(zygote, allows=allows, forbids=forbids)
    assert found.tier == "sealed"
    assert found.possible == (["start a process", "start a program"] if allows else [])


def test_one_thing_that_goes_through_is_enough_for_a_lower_tier(zygote, monkeypatch):
    """Also where only the judge sees it."""
    monkeypatch.setattr(isolation._Targets, "reached", lambda _: ["send by UDP"])
    found = isolation.probe(zygote)
    assert (found.tier, found.possible) == ("limited", ["send by UDP"])
    with pytest.raises(IsolationError, match="'sealed' is required, and 'limited' is all there is: a program could"):
        isolation.demand(found, "sealed")
    isolation.demand(found, "limited")


@pytest.mark.parametrize(
    ("without", "tier"),
    [
        (("seccomp",), "limited"),
        (("landlock", "namespaces"), "limited"),
        (("landlock",), "sealed"),
        (("namespaces",), "sealed"),
    ],
    ids=str,
)
def test_a_kernel_that_lacks_something_has_the_tier_that_was_tried(tmp_path, monkeypatch, without, tier):
    """Namespaces and Landlock stand in for each other; where both are missing, or seccomp is, it is less."""
    monkeypatch.setattr("grader.runner.zygote.START", changed(tmp_path, "\n".join(WITHOUT[name] for name in without)))
    backend = start("fork")
    try:
        assert isolation.probe(backend).tier == tier
        source = "import decimal, os\nasync def main():\n    open('a', 'w').close()\n    print(os.listdir())\n"
        assert texts(execute(backend, source)) == ["['a']"]
    finally:
        backend.close()


WITHOUT = {
    "landlock": "import grader.engine.confine.landlock as m\nm.version = lambda: 0",
    "seccomp": "import grader.engine.confine.seccomp as m\nm.is_there = lambda: False",
    "namespaces": "import grader.engine.confine.linux as m\nm._enter_namespaces = lambda: False",
    "success": "import grader.engine.confine.linux as m\ndef no(): raise OSError(1, 'not today')\n"
    "m._give_up_capabilities = no",
}
"""What a runner's start-up is changed by, to be like another kernel."""


def changed(folder, change):
    """Return a start-up of the engine that is changed before anything is confined."""
    text = START.read_text("utf-8").replace("__file__", repr(str(START)))
    text = text.replace(
        "    confinement = ", "".join(f"    {line}\n" for line in change.splitlines()) + "    confinement = "
    )
    script = folder / "start.py"
    script.write_text(text, "utf-8")
    return script


def test_a_runner_that_cannot_confine_itself_runs_nothing(tmp_path, monkeypatch):
    """It is the grader's fault, and never a verdict."""
    monkeypatch.setattr("grader.runner.zygote.START", changed(tmp_path, WITHOUT["success"]))
    backend = start("fork")
    try:
        for attempt in (isolation.probe, lambda backend: execute(backend, "async def main(): pass")):
            with pytest.raises(GraderError, match=r"could not confine itself: .*not today"):
                attempt(backend)
    finally:
        backend.close()


# --- what goes on ---


def test_a_program_has_a_folder_of_its_own(run):
    """To write to, copy in, and remove from; it is empty, and gone afterwards."""
    source = """
    import os, pathlib, shutil, tempfile
    async def main():
        assert os.listdir() == []
        pathlib.Path("a").write_text("text")
        shutil.copy2("a", "b")
        pathlib.Path("folder").mkdir()
        os.rename("b", "folder/c")
        with tempfile.TemporaryFile() as file:
            file.write(b"x")
        shutil.rmtree("folder")
        print(os.listdir())
        return os.getcwd()
    """
    finished = run(source)
    assert (finished.trace.outcome, texts(finished)) == (Returned(), ["['a']"])
    assert not Path(finished.value).exists()


@pytest.mark.parametrize("module", ["ssl", "sqlite3", "ctypes", "zoneinfo", "decimal", "multiprocessing", "mimetypes"])
def test_the_library_is_there(run, module):
    """Also the parts that are compiled, and imported late."""
    assert run(f"async def main():\n    import {module}\n").trace.outcome == Returned()


def test_zones_and_certificates_are_there(quick):
    """What libraries read of a system."""
    source = """
    import mimetypes, ssl, zoneinfo
    async def main():
        zoneinfo.ZoneInfo("Europe/Berlin")
        ssl.create_default_context()
        return mimetypes.guess_type("a.txt")[0]
    """
    assert quick(source).value == "text/plain"


# --- what does not ---

SHELF = """
import os
async def main():
    found = []
    for name, attempt in (
        ("another run", lambda: open("NEIGHBOUR/secret").read()),
        ("the shelf", lambda: os.listdir("NEIGHBOUR/..")),
        ("beside the library", lambda: os.listdir(os.path.join(os.path.dirname(os.__file__), "../.."))),
    ):
        try:
            attempt()
            found.append(name)
        except PermissionError:
            pass
    return found
"""


@pytest.mark.parametrize(
    ("left_out", "reached"),
    [
        ("nothing", []),
        ("ruleset.enter", ["another run", "the shelf"]),
        ("self._shared.enter", ["beside the library"]),
    ],
    ids=["both", "without its own", "without the shared one"],
)
def test_a_program_opens_only_what_both_rulesets_allow(tmp_path, monkeypatch, left_out, reached):
    """Each refuses what the other one lets through: the folders of other runs, and what lies round Python."""
    change = f"""
import inspect, textwrap
import grader.engine.confine.linux as m
text = textwrap.dedent(inspect.getsource(m.Confinement._open_only))
exec(text.replace("{left_out}()", "pass"), vars(m))
m.Confinement._open_only = m._open_only
"""
    monkeypatch.setattr("grader.runner.zygote.START", changed(tmp_path, change))
    backend = start("fork")
    with tempfile.TemporaryDirectory(prefix="run-") as neighbour:
        Path(neighbour, "secret").write_text("secret")
        try:
            assert execute(backend, SHELF.replace("NEIGHBOUR", neighbour)).value == reached
        finally:
            backend.close()


REFUSED = {
    "a path above its own": "open('../../etc/passwd')",
    "the engine's own source": f"open({str(START)!r})",
    "a link to elsewhere": "os.symlink('/etc/passwd', 'link')",
    "a hard link": "os.link('/etc/passwd', 'link')",
    "a pipe in its folder": "os.mkfifo('pipe')",
    "a device": "os.mknod('device')",
    "another root": "os.chroot('.')",
    "owners": "os.chown('.', 1, 1)",
    "attributes": "os.setxattr('.', 'user.x', b'x')",
    "its priority": "os.nice(-5)",
    "its user": "os.setuid(12345)",
    "its own session": "os.setsid()",
    "memory by a descriptor": "os.memfd_create('x')",
    "a signal to its parent": "os.kill(os.getppid(), 0)",
    "a signal by a file's owner": "fcntl.fcntl(0, fcntl.F_SETOWN, os.getppid())",
    "a descriptor of a process": "os.pidfd_open(os.getppid())",
    "a socket that nothing of ours made": "_socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)",
    "a Unix socket": "_socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)",
    "a pair for datagrams": "_socket.socketpair(_socket.AF_UNIX, _socket.SOCK_DGRAM)",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_program_is_refused(quick, name):
    """By the system, with the error that it has for it."""
    source = f"import _socket, fcntl, os, sys\nasync def main():\n    {REFUSED[name]}\n"
    outcome = quick(source).trace.outcome
    assert isinstance(outcome, Raised)
    assert outcome.error in ("PermissionError", "OSError")


def test_a_long_file_ends_the_program(quick):
    """A file has a limit, as memory has."""
    finished = quick("async def main():\n    open('a', 'wb').write(bytes(20_000_000))\n")
    assert finished.trace.outcome != Returned()


def test_many_files_end_the_program(zygote, monkeypatch):
    """The judge looks at the folder."""
    from grader.runner import folder, session

    from .programs import execute

    monkeypatch.setattr(folder, "DISK_FILES", 100)
    monkeypatch.setattr(session, "LOOK", 0.001)
    source = "async def main():\n    for n in range(10**6): open(str(n), 'w').close()\n"
    assert execute(zygote, source, limits=Limits()).trace.outcome == LimitExceeded(limit="disk")


def test_threads_can_be_forbidden(run):
    """Of the program, of a pool, and below `threading`."""
    for body in (
        "threading.Thread(target=print).start()",
        "await asyncio.to_thread(print)",
        "_thread.start_new_thread(print, ())",
    ):
        source = f"import asyncio, threading, _thread\nasync def main():\n    {body}\n"
        outcome = run(source, forbids=("threads",)).trace.outcome
        assert isinstance(outcome, Raised)
        assert outcome.message == "this exercise does not allow a program to start threads"
        assert run(source).trace.outcome == Returned()
