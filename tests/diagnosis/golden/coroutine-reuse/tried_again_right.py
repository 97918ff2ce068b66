import asyncio

tries = 0


async def fetch():
    global tries
    tries += 1
    await asyncio.sleep(0.5)
    if tries == 1:
        raise ConnectionError("no answer")
    return "data"


async def retry(coro, times):
    for n in range(times):
        try:
            return await coro()
        except ConnectionError as error:
            print(n, error)


async def main():
    print(await retry(fetch, 3))


if __name__ == "__main__":
    asyncio.run(main())
