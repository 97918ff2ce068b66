# BaseException in a worker's loop: the worker takes its cancellation for one more bad item.
# line: 17

import asyncio

BAD = 3


async def press(fruit: asyncio.Queue) -> None:
    while True:
        try:
            number = await fruit.get()
            if number == BAD:
                raise ValueError("a stone")
            await asyncio.sleep(1)
            print("glass", number)
        except BaseException as error:
            print("skipped:", error)
        finally:
            try:
                fruit.task_done()
            except ValueError:
                pass


async def main() -> None:
    fruit: asyncio.Queue = asyncio.Queue()
    for number in range(1, 5):
        fruit.put_nowait(number)
    presses = [asyncio.create_task(press(fruit)) for _ in range(2)]
    await fruit.join()
    for one in presses:
        one.cancel()
    await asyncio.gather(*presses, return_exceptions=True)
    print("the press is clean")


if __name__ == "__main__":
    asyncio.run(main())
