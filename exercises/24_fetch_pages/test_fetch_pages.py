"""Checks of 24_fetch_pages: HTTP with one session."""

from grader import any_order, anything, call, points, service

PAGES = ("1", "2", "3", "4", "5", "6")

GIVEN = '''
import asyncio
from contextlib import asynccontextmanager

from aiohttp import web


async def answer(page, visitor):
    """Return what is to be sent: the status, the body, and whether its length is told beforehand."""


async def send(request):
    status, body, whole = await answer(request.match_info["name"], request.headers.get("Visitor", ""))
    if whole:
        return web.Response(status=status, body=body)
    response = web.StreamResponse(status=status)
    await response.prepare(request)
    for start in range(0, len(body), 7):
        await response.write(body[start : start + 7])
    await response.write_eof()
    return response


@asynccontextmanager
async def site():
    app = web.Application()
    app.router.add_get("/{name}", send)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
'''
ELSEWHERE = """
from contextlib import asynccontextmanager


@asynccontextmanager
async def site():
    yield "{base}"
"""


@points(1)
async def test_main_calls_task(submission, rng):
    """`main` calls `task` for each of the pages /1 to /6 of the site, once"""
    base = f"http://127.0.0.1:{rng.number()}"
    tasks = service(seconds=1, returns=lambda session, url: f"/{url[-1]}: 1 bytes")
    run = await submission.run("main", given=ELSEWHERE.format(base=base), replace={"task": tasks}, may_raise=True)

    assert run.calls("task") == any_order(*(call(anything, f"{base}/{page}") for page in PAGES))


@points(2, depends=test_main_calls_task)
async def test_task_tells_the_length(submission, rng):
    """`task` returns the path of the page and the number of bytes of its body, whatever is in it"""
    plain, beyond_ascii = rng.name() * rng.randint(2, 40), "Öffnungszeiten: täglich " * rng.randint(2, 40)
    for text, whole in ((plain, True), (beyond_ascii, True), (plain, False), ("", True)):
        page, body = str(rng.number()), text.encode()
        run = await submission.run("scenario:one_page", page, rng.name(), **_site({page: (200, body, whole)}))

        assert run.returned == f"/{page}: {len(body)} bytes"


@points(2, depends=test_task_tells_the_length)
async def test_task_uses_the_session(submission, rng):
    """`task` fetches the page once, with the session that it is given"""
    page, visitor = str(rng.number()), rng.name()
    run = await submission.run("scenario:one_page", page, visitor, **_site({page: (200, b"a page", True)}))

    assert run.calls("given.answer") == [call(page, visitor)]


@points(2, depends=test_task_tells_the_length)
async def test_task_tells_the_status(submission, rng):
    """`task` returns the path of the page and the status for any other status than 200"""
    for status in (404, rng.choice((403, 410)), rng.choice((500, 503)), 202):
        page = str(rng.number())
        run = await submission.run("scenario:one_page", page, rng.name(), **_site({page: (status, b"no page", True)}))

        assert run.returned == f"/{page}: error {status}"


@points(2, depends=test_main_calls_task)
async def test_fetches_all_at_the_same_time(submission, rng):
    """`main` fetches all pages at the same time, and ends when the slowest is there"""
    times = dict(zip(PAGES, rng.delays(6), strict=True)) | {rng.choice(PAGES): 9}
    run = await submission.run("main", **_site(dict.fromkeys(PAGES, (200, b"a page", True)), times))

    assert run.calls("given.answer") == any_order(*(call(page, "", at=0) for page in PAGES))
    assert run.duration == 9


@points(1, depends=test_main_calls_task)
async def test_makes_one_session(submission):
    """`main` makes one session for all pages"""
    tasks = service(seconds=1, returns=lambda session, url: f"/{url[-1]}: 1 bytes")
    run = await submission.run("scenario:sessions_made", replace={"task": tasks})

    assert run.returned == 1


@points(2, depends=test_main_calls_task)
async def test_prints_the_lines_in_page_order(submission, rng):
    """`main` prints the lines of the pages in their order, whatever they are and take"""
    for slowest in ("1", "6"):
        times = dict(zip(PAGES, rng.delays(6), strict=True)) | {slowest: 9}
        lines = {page: f"/{page}: {rng.name()}" for page in PAGES}
        tasks = service(
            seconds=lambda session, url, times=times: times[url[-1]],
            returns=lambda session, url, lines=lines: lines[url[-1]],
            parameters=("session", "url"),
        )
        run = await submission.run("main", replace={"task": tasks})

        assert run.output.texts == list(lines.values())
        assert run.duration == 9


@points(1, depends=test_main_calls_task)
async def test_prints_the_six_lines(submission):
    """The program prints its six lines, ends at t=3, and prints nothing else"""
    run = await submission.run("main")

    lengths = ("23 bytes", "820 bytes", "64 bytes", "error 404", "44 bytes", "10 bytes")
    assert run.output.texts == [f"/{page}: {length}" for page, length in zip(PAGES, lengths, strict=True)]
    assert run.duration == 3


@points(0, depends=test_main_calls_task, evidence="reported")
async def test_leaves_nothing_open(submission):
    """Nothing is left open or unfinished, nothing blocks the event loop, nothing polls"""
    run = await submission.run("main")

    assert run.blocking == []
    assert run.second_loops == []
    assert run.left_behind == []


def _site(answers, times=None):
    """Put another `given.py` in place, whose site answers so, by page; it takes these times, or 1 second."""
    answered = service(
        seconds=lambda page, visitor: (times or {}).get(page, 1),
        returns=lambda page, visitor: answers.get(page, (404, b"there is no such page", True)),
    )
    return {"given": GIVEN, "replace": {"given.answer": answered}}
