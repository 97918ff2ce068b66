import asyncio

BAD = 3


async def press(fruit: asyncio.Queue) -> None:
    while True:
        number = await fruit.get()
        try:
            if number == BAD:
                raise ValueError("a stone")
            await asyncio.sleep(1)
            print("glass", number)
        except Exception as error:
            print("skipped:", error)
        finally:
            fruit.task_done()


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
