"""The loop is made and closed by hand at the end of the file, as in old tutorials."""

import asyncio

import given


async def task(number, limit):
    async with limit:
        result = await given.download(number)
        return result


async def main():
    loop = asyncio.get_event_loop()
    limit = asyncio.Semaphore(3)
    futures = [asyncio.ensure_future(task(i, limit), loop=loop) for i in range(10)]
    await asyncio.wait(futures)
    output = []
    for future in futures:
        output.append(future.result())
    print(output)


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(main())
    finally:
        loop.close()
