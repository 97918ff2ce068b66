import asyncio

PAGES = {"home": "welcome", "news": "nothing new"}


async def fetch(page):
    await asyncio.sleep(0.5)
    return PAGES.get(page, "404")


async def main():
    for text in await asyncio.gather(*[fetch(page) for page in ("home", "shop", "news")]):
        print(text)


asyncio.run(main())
