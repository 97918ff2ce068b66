import asyncio
import logging
import sys


async def fetch_all(fetch, ids):
    print("fetching", list(ids))
    logging.warning("this may take a while")
    payloads = await asyncio.gather(*map(fetch, ids))
    print("got", payloads, file=sys.stderr)
    return payloads
