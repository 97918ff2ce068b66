"""Author's driver: serves the clients by the learner's `task`, and runs `main` where a port is taken."""

import asyncio

from given import clients


async def conversation(learner):
    """Run the clients against a server that serves them by `task`; it stands still for a while when they have gone."""

    async def connected(reader, writer):
        await learner.task(reader, writer)

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        await clients(server.sockets[0].getsockname()[1])
    finally:
        server.close()


async def port_is_taken(learner, port):
    """Run `main` while another server listens on a port."""
    async with await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", port):
        await learner.main()
