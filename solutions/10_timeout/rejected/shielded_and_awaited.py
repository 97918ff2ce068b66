# fails: test_cancels_what_is_late
# diagnosis: timeout-misuse
# After the limit the task is awaited all the same, so that it is not left running: the program ends at 10 s.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    asked = asyncio.ensure_future(task(name, delay))
    try:
        print(await asyncio.wait_for(asyncio.shield(asked), 2))
    except asyncio.TimeoutError:
        print(f"{name} timed out")
        await asked


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
