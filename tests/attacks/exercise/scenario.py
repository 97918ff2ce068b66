"""Author's driver: hands `fetch` to the learner's coroutine."""

from given import fetch


async def all_of(learner, ids):
    """Fetch all of these."""
    return await learner.fetch_all(fetch, ids)
