"""Author's driver: gives the learner's `task` a session that the site can tell, and counts those that `main` makes."""

import aiohttp
from given import site


async def one_page(learner, page, visitor):
    """Fetch one page with a session that says who it is, and return the line."""
    async with site() as base, aiohttp.ClientSession(headers={"Visitor": visitor}) as session:
        return await learner.task(session, f"{base}/{page}")


async def sessions_made(learner):
    """Run `main`, and return how many sessions were made."""
    make, made = aiohttp.ClientSession.__init__, []

    def counted(session, *args, **kwargs):
        made.append(session)
        make(session, *args, **kwargs)

    aiohttp.ClientSession.__init__ = counted
    await learner.main()
    return len(made)
