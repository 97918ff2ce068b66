"""Packages in the runner: those that are allowed, and what they require; nothing else that is installed."""

import shlex
import sys
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.model import Limits, Polled, Raised, RealTime, ResourceLeftOpen, Returned
from grader.runner import installed, run as run_job, start

from .programs import job, printed, texts

pytest.importorskip("aiohttp")
pytest.importorskip("anyio")
pytest.importorskip("aiofiles")
pytest.importorskip("httpx")
pytest.importorskip("websockets")

WELCOME = ["aiofiles", "aiohttp", "anyio", "httpx", "not-installed-anywhere", "websockets"]


@pytest.fixture(scope="module", params=["fork", "spawn"])
def welcoming(request):
    """Runners that may import some packages, none of them beforehand."""
    backend = start(request.param, welcome=WELCOME)
    yield backend
    backend.close()


@pytest.fixture(scope="module", params=["fork", "spawn"])
def declaring(request):
    """Runners of an exercise that declares aiohttp."""
    backend = start(request.param, packages=["aiohttp"])
    yield backend
    backend.close()


def execute(backend, source, **options):
    return run_job(backend.start(), job(source, limits=Limits(), **options))


SITE = """
import asyncio
import aiohttp
from aiohttp import web

async def page(request):
    await asyncio.sleep(2)
    return web.Response(text=f"page {request.match_info['number']}")

async def serve():
    app = web.Application()
    app.add_routes([web.get("/{number}", page)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, f"http://localhost:{runner.addresses[0][1]}"
"""


def test_aiohttp_serves_and_asks_in_virtual_time(declaring):
    """Five requests of two seconds, at once, in exactly two seconds."""
    finished = execute(
        declaring,
        SITE
        + """
async def main():
    runner, site = await serve()
    async with aiohttp.ClientSession() as session:
        async def get(number):
            async with session.get(f"{site}/{number}") as response:
                return await response.text()
        print(*await asyncio.gather(*map(get, range(5))), sep=", ")
    await runner.cleanup()
""",
    )
    assert finished.trace.outcome == Returned()
    assert printed(finished) == [(2.0, "page 0, page 1, page 2, page 3, page 4")]
    assert finished.trace.duration_ns == 2_000_000_000


def test_httpx_asks_an_aiohttp_server(welcoming):
    """Also its timeout, a refusal and an unknown name are what they are on a machine."""
    finished = execute(
        welcoming,
        SITE
        + """
import httpx

async def main():
    runner, site = await serve()
    async with httpx.AsyncClient() as client:
        print((await client.get(f"{site}/1")).text)
        for url in (f"{site}/2", "http://localhost:9/", "http://example.com/"):
            try:
                await client.get(url, timeout=0.5)
            except httpx.HTTPError as error:
                print(type(error).__name__)
    await runner.cleanup()
""",
    )
    assert printed(finished) == [(2.0, "page 1"), (2.5, "ReadTimeout"), (2.5, "ConnectError"), (2.5, "ConnectError")]


def test_fastapi_answers_httpx_on_uvicorn():
    """Handlers that await and plain ones that sleep, which FastAPI runs in threads, all at once."""
    pytest.importorskip("fastapi")
    pytest.importorskip("uvicorn")
    backend = start(welcome=["fastapi", "httpx", "uvicorn"])
    finished = execute(
        backend,
        """
import asyncio, time
import fastapi, httpx, uvicorn

app = fastapi.FastAPI()

@app.get("/awaits/{seconds}")
async def awaits(seconds: int):
    await asyncio.sleep(seconds)
    return seconds

@app.get("/sleeps/{seconds}")
def sleeps(seconds: int):
    time.sleep(seconds)
    return seconds

async def main():
    server = uvicorn.Server(uvicorn.Config(app, port=8000, log_level="warning"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(1)
    async with httpx.AsyncClient(base_url="http://localhost:8000") as client:
        async def get(path):
            print(path, (await client.get(path)).json())
        await asyncio.gather(*map(get, ["/sleeps/3", "/awaits/2", "/awaits/4", "/sleeps/1"]))
    server.should_exit = True
    await serving
""",
    )
    backend.close()
    assert finished.trace.outcome == Returned()
    answers = [(2.0, "/sleeps/1 1"), (3.0, "/awaits/2 2"), (4.0, "/sleeps/3 3"), (5.0, "/awaits/4 4")]
    assert printed(finished) == answers
    assert not [event for event in finished.trace.events if isinstance(event, RealTime)]


@pytest.mark.parametrize("closed", [False, True])
def test_a_session_of_aiohttp_that_nobody_closed_is_left_open(welcoming, closed):
    """aiohttp tells the loop when it is garbage: during the run, or after it."""
    finished = execute(
        welcoming,
        f"""
import asyncio
import aiohttp

async def use():
    session = aiohttp.ClientSession()
    if {closed}:
        await session.close()

async def main():
    await use()
    circle = [aiohttp.ClientSession()]
    circle.append(circle)
    if {closed}:
        await circle[0].close()
""",
    )
    left = [event.what for event in finished.trace.events if isinstance(event, ResourceLeftOpen)]
    assert left == ([] if closed else ["a client session"] * 2)


def test_websockets_talk_in_virtual_time(welcoming):
    """Server and client of one process."""
    finished = execute(
        welcoming,
        """
import asyncio
import websockets

async def echo(socket):
    async for message in socket:
        await asyncio.sleep(1)
        await socket.send(message[::-1])

async def main():
    async with websockets.serve(echo, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with websockets.connect(f"ws://localhost:{port}") as socket:
            for message in ("abc", "def"):
                await socket.send(message)
                print(await socket.recv())
""",
    )
    assert finished.trace.outcome == Returned()
    assert printed(finished) == [(1.0, "cba"), (2.0, "fed")]


def test_threads_of_anyio_wait_in_virtual_time(welcoming):
    """`to_thread.run_sync` of three sleeps at once."""
    finished = execute(
        welcoming,
        """
import time
import anyio

async def one(seconds):
    await anyio.to_thread.run_sync(time.sleep, seconds)
    print(seconds)

async def main():
    async with anyio.create_task_group() as group:
        for seconds in (3, 1, 2):
            group.start_soon(one, seconds)
    with anyio.move_on_after(5):
        await anyio.sleep(100)
""",
    )
    assert finished.trace.outcome == Returned()
    assert printed(finished) == [(1.0, "1"), (2.0, "2"), (3.0, "3")]
    assert finished.trace.duration_ns == 8_000_000_000


def test_aiofiles_reads_a_file_of_the_runs_own_folder(welcoming):
    """Line by line in a thread: many turns of the loop, none of which is polling."""
    finished = execute(
        welcoming,
        """
import asyncio
import aiofiles

async def count(path):
    lines = 0
    async with aiofiles.open(path) as file:
        async for _ in file:
            lines += 1
    return lines

async def main():
    print(await asyncio.gather(count("data/long.txt"), count("data/short.txt")))
""",
        data={"data/long.txt": b"line\n" * 800, "data/short.txt": b"one\ntwo"},
    )
    assert finished.trace.outcome == Returned()
    assert printed(finished) == [(0.0, "[800, 2]")]
    assert not [event for event in finished.trace.events if isinstance(event, Polled)]


# --- what is allowed ---


@pytest.mark.parametrize(
    "module", ["msgspec", "pytest", "_pytest", "jinja2", "click", "rich", "pluggy", "requests", "_distutils_hack"]
)
def test_nothing_else_that_is_installed_can_be_imported(welcoming, declaring, module):
    """Neither what the grader needs itself, nor what merely lies beside."""
    for backend in (welcoming, declaring):
        finished = execute(backend, f"import {module}\nasync def main(): pass\n")
        assert isinstance(finished.trace.outcome, Raised)
        assert finished.trace.outcome.error == "ModuleNotFoundError"


def test_the_grader_cannot_be_imported(declaring):
    """Nor what it judges by."""
    finished = execute(declaring, "import grader.judge\nasync def main(): pass\n")
    assert isinstance(finished.trace.outcome, Raised)


def test_a_package_that_is_not_welcome_cannot_be_imported(declaring):
    """anyio is installed, and neither declared nor required by what is."""
    finished = execute(declaring, "import anyio\nasync def main(): pass\n")
    assert isinstance(finished.trace.outcome, Raised)
    assert finished.trace.outcome.message == "No module named 'anyio'"


def test_what_a_package_requires_comes_with_it(declaring):
    """aiohttp requires yarl, and yarl multidict; nobody asked for its extras."""
    finished = execute(
        declaring,
        """
import importlib.metadata, importlib.util
import multidict, yarl
async def main():
    print(importlib.metadata.version("yarl") == yarl.__version__)
    print([name for name in ("aiodns", "brotli") if importlib.util.find_spec(name)])
    try:
        importlib.metadata.version("pytest")
    except importlib.metadata.PackageNotFoundError:
        print("no pytest")
""",
    )
    assert texts(finished) == ["True", "[]", "no pytest"]


MODULES = """
import sys
async def main():
    print(*(name for name in sorted(sys.modules) if name.partition(".")[0] not in sys.stdlib_module_names))
"""
OWN = {"program", "__main__", "grader"}


def tops(finished):
    (line,) = texts(finished)
    names = line.split()
    assert all(name.startswith("grader.engine") for name in names if name.startswith("grader."))
    return {name.partition(".")[0] for name in names} - OWN


def test_a_runner_has_nothing_but_the_standard_library_the_engine_and_what_is_declared():
    """Without packages the process that forks has none; with one, that and what it requires."""
    bare, welcoming, declaring = start("fork"), start("fork", welcome=WELCOME), start("fork", packages=["aiohttp"])
    try:
        assert tops(execute(bare, MODULES)) == set()
        assert tops(execute(welcoming, MODULES)) == set()
        found = tops(execute(declaring, MODULES))
        assert {"aiohttp", "yarl", "multidict"} <= found
        assert not found & {"msgspec", "pytest", "anyio", "httpx", "requests", "click"}
    finally:
        for backend in (bare, welcoming, declaring):
            backend.close()


def test_modules_of_a_declared_package_are_there_before_the_first_run_where_they_are_named():
    """What an exercise's own programs import is not imported in every run; what is no module of it is not at all."""
    backend = start("fork", packages=["aiohttp"], parts=["aiohttp.web", "aiohttp.web.nothing", "json.tool"])
    source = (
        "import sys\nasync def main():\n    print(*(name in sys.modules for name in ('aiohttp.web', 'json.tool')))\n"
    )
    try:
        assert texts(execute(backend, source)) == ["True False"]
    finally:
        backend.close()


def test_names_that_a_package_took_before_the_clock_was_virtual_are_bound_again(declaring):
    """aiohttp does `from time import monotonic`, and was imported before runners were forked."""
    finished = execute(
        declaring,
        """
import asyncio, time
from aiohttp import connector
async def main():
    await asyncio.sleep(1000)
    print(connector.monotonic is time.monotonic, connector.monotonic())
""",
    )
    assert texts(finished) == ["True 1000.0"]


# --- what is missing ---


@pytest.mark.parametrize("name", ["fork", "spawn"])
def test_a_declared_package_that_is_not_installed_is_told_with_what_to_do(name):
    """Before anything is run."""
    with pytest.raises(UsageError, match=r"needs not-installed-anywhere, .* -m pip install not-installed-anywhere"):
        start(name, packages=["aiohttp", "not-installed-anywhere"])


def test_the_command_that_installs_can_be_typed_as_it_stands(tmp_path):
    """Also where the path of the Python has a blank in it."""
    python = tmp_path / "my venv" / "python"
    python.parent.mkdir()
    python.symlink_to(sys.executable)
    with pytest.raises(UsageError) as raised:
        installed.allowed(str(python), ["not-installed-anywhere"], [])
    command = str(raised.value).partition("the Python that grades: ")[2]
    assert shlex.split(command) == [str(python), "-m", "pip", "install", "not-installed-anywhere"]


def test_another_python_is_asked_where_its_packages_lie():
    """Its folders, not ours, and what it lacks."""
    alias = str(Path(sys.executable).parent / "." / Path(sys.executable).name).replace("/bin/", "/bin/./")
    assert alias != sys.executable
    assert installed.allowed(alias, ["aiohttp"], []) == installed.allowed(sys.executable, ["aiohttp"], [])
    with pytest.raises(UsageError, match="not-installed-anywhere"):
        installed.allowed(alias, ["not-installed-anywhere"], [])


# --- a folder of its own ---

WHERE = """
import os
from pathlib import Path
async def main():
    print(os.getcwd())
    print(sorted(str(path) for path in Path(".").rglob("*")), Path("data/a.txt").read_text())
    Path("data/made.txt").write_text("made")
"""


def test_data_lies_in_a_fresh_folder_that_is_gone_afterwards():
    """Each run has its own, whatever another one has written."""

    for backend in (start("fork"), start("spawn")):
        first, second = (execute(backend, WHERE, data={"data/a.txt": b"text"}) for _ in range(2))
        backend.close()
        for finished in (first, second):
            assert finished.trace.outcome == Returned()
            folder, content = texts(finished)
            assert content == "['data', 'data/a.txt'] text"
            assert not Path(folder).exists()
        assert texts(first)[0] != texts(second)[0]


def test_given_finds_its_data_beside_itself(quick):
    """`Path(__file__).parent / "data"`, as on the learner's machine."""
    given = 'from pathlib import Path\nFILES = sorted((Path(__file__).parent / "data").iterdir())\n'
    source = "import given\nasync def main():\n    print([(path.name, path.read_text()) for path in given.FILES])\n"
    finished = quick(source, files={"given.py": given}, data={"data/b.txt": b"2", "data/a.txt": "ü".encode()})
    assert texts(finished) == ["[('a.txt', 'ü'), ('b.txt', '2')]"]
