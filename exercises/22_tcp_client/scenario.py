"""Author's driver: runs the learner's `task` against the server, and looks on for a while when it has its answer."""

import asyncio

from given import quote_server


async def one_question(learner, name):
    """Ask one question, and return the answer."""
    async with quote_server() as port:
        answer = await learner.task(name, port)
        await asyncio.sleep(1)
        return answer
