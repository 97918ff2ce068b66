# line: 11
import asyncio


async def ask(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    done, others = await asyncio.wait([asyncio.create_task(ask("a", 3)), asyncio.create_task(ask("b", 1))])
    for other in others:
        other.cancel()
    print(sorted(task.result() for task in done)[-1], "came first")


asyncio.run(main())
