"""A web site in a dictionary: read it, import it, leave it as it is."""

import asyncio

# The links of each page. The page /lost is linked, but it does not exist.
SITE = {
    "/": ["/animals", "/plants", "/stones", "/stars"],
    "/animals": ["/lost", "/cat", "/dog", "/"],
    "/plants": ["/oak", "/cat", "/plants", "/lost"],
    "/stones": ["/moon", "/oak", "/dog", "/moon"],
    "/stars": ["/cat", "/moon", "/dog", "/lost", "/oak"],
    "/cat": ["/dog", "/"],
    "/dog": ["/cat"],
    "/oak": [],
    "/moon": ["/stars", "/oak", "/moon"],
}


async def fetch(url: str) -> list[str]:
    """Return the links of the page, or raise LookupError if it does not exist; takes 1 second."""
    await asyncio.sleep(1)
    if url not in SITE:
        raise LookupError(f"there is no page {url}")
    return list(SITE[url])
