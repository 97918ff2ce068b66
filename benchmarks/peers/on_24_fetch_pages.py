"""What 24_fetch_pages asks for, on the real clock, over a real network."""

import asyncio
import time
from contextlib import asynccontextmanager
from unittest.mock import patch

import aiohttp
from aiohttp import web
from stopwatch import about


@asynccontextmanager
async def site(status, body):
    async def answer(request):
        return web.Response(status=status, body=body)

    app = web.Application()
    app.router.add_get("/{name}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def main_calls_task(learner, printed):
    pages = []

    async def task(session, url):
        pages.append(url[-1])
        return f"/{url[-1]}"

    with patch.object(learner, "task", task):
        await learner.main()
    assert sorted(pages) == [*"123456"]
    assert printed() == "/1\n/2\n/3\n/4\n/5\n/6\n"


async def task_tells_the_length(learner, printed):
    for text in ("plain" * 20, "Öffnungszeiten: täglich " * 20, ""):
        body = text.encode()
        async with site(200, body) as base, aiohttp.ClientSession() as session:
            assert await learner.task(session, f"{base}/7") == f"/7: {len(body)} bytes"


async def task_tells_the_status(learner, printed):
    for status in (404, 403, 500, 202):
        async with site(status, b"no page") as base, aiohttp.ClientSession() as session:
            assert await learner.task(session, f"{base}/7") == f"/7: error {status}"


async def makes_one_session(learner, printed):
    make, made = aiohttp.ClientSession.__init__, []

    def counted(session, *arguments, **named):
        made.append(session)
        make(session, *arguments, **named)

    async def task(session, url):
        return url[-1]

    with patch.object(learner, "task", task), patch.object(aiohttp.ClientSession, "__init__", counted):
        await learner.main()
    assert len(made) == 1


async def prints_the_six_lines_of_all_at_once(learner, printed):
    begun = time.perf_counter()
    await learner.main()
    lengths = ("23 bytes", "820 bytes", "64 bytes", "error 404", "44 bytes", "10 bytes")
    assert printed().splitlines() == [f"/{page}: {length}" for page, length in enumerate(lengths, 1)]
    assert about(3, begun)
    assert asyncio.all_tasks() == {asyncio.current_task()}


FILE = "fetch_pages"
CHECKS = (
    main_calls_task,
    task_tells_the_length,
    task_tells_the_status,
    makes_one_session,
    prints_the_six_lines_of_all_at_once,
)
