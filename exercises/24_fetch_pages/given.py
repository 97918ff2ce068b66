"""A small web site: read it, import it, leave it as it is."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

SECONDS = {"1": 1, "2": 3, "3": 2, "4": 1, "5": 2, "6": 1}
TEXTS = {
    "1": "Welcome to the garden.\n",
    "2": "In spring the apple trees are in flower.\n" * 20,
    "3": "Rosen blühen früh, Äpfel später. Öffnungszeiten: täglich.\n",
    "5": "A long list, which the server writes piece by piece.\n",
    "6": "Good bye.\n",
}


async def page(request: web.Request) -> web.StreamResponse:
    """Answer with the page that was asked for, after a while."""
    name = request.match_info["name"]
    await asyncio.sleep(SECONDS.get(name, 1))
    if name not in TEXTS:
        return web.Response(status=404, text="There is no such page.\n")
    if name != "5":
        return web.Response(text=TEXTS[name])
    # This page is sent in pieces, so nobody knows its length beforehand: there is no Content-Length.
    response = web.StreamResponse()
    await response.prepare(request)
    for word in TEXTS[name].split(" "):
        await response.write(word.encode())
    await response.write_eof()
    return response


@asynccontextmanager
async def site() -> AsyncIterator[str]:
    """Yield the base URL of the site, without a slash at its end: the pages are /1 to /6 below it."""
    app = web.Application()
    app.router.add_get("/{name}", page)
    # A client that keeps its connections open is not waited for.
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()
