"""Author's driver: runs the learner's `task` against the server, and looks on for a while when it has its answer."""

import asyncio

from given import quote_server


async def one_question(learner, name):
    """Ask one question, and return the answer. Nothing but the program closes a connection."""
    _keep_writers()
    async with quote_server() as port:
        answer = await learner.task(name, port)
        await asyncio.sleep(1)
        return answer


def _keep_writers():
    """Keep every writer, since Python closes the connection of one that nobody keeps."""
    make, kept = asyncio.StreamWriter.__init__, []

    def made(writer, *args, **kwargs):
        kept.append(writer)
        make(writer, *args, **kwargs)

    asyncio.StreamWriter.__init__ = made
