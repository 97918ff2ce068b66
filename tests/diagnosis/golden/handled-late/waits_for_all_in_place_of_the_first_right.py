import asyncio


async def ask(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    asked = [asyncio.create_task(ask("a", 3)), asyncio.create_task(ask("b", 1))]
    done, others = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
    for other in others:
        other.cancel()
    await asyncio.wait(others)
    print(sorted(task.result() for task in done)[-1], "came first")


asyncio.run(main())
