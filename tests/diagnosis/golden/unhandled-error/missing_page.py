# One page is not there, and the error takes all others with it.
# line: 10
import asyncio

PAGES = {"home": "welcome", "news": "nothing new"}


async def fetch(page):
    await asyncio.sleep(0.5)
    return PAGES[page]


async def main():
    for text in await asyncio.gather(*[fetch(page) for page in ("home", "shop", "news")]):
        print(text)


asyncio.run(main())
