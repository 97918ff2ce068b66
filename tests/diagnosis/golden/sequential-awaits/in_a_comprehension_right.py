import asyncio


async def fetch_poem(poet):
    await asyncio.sleep(2)
    return f"a poem by {poet}"


async def collect(poets):
    # all poems at once
    return await asyncio.gather(*[fetch_poem(poet) for poet in poets])


async def main():
    poems = await collect(["Sappho", "Basho", "Rumi"])
    print("\n".join(poems))


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(main())
    finally:
        loop.close()
