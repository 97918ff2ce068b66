# fails: test_cancels_what_is_late
# diagnosis: timeout-misuse
# The task is shielded from its limit, so it goes on after it.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    asked = asyncio.create_task(task(name, delay))
    try:
        print(await asyncio.wait_for(asyncio.shield(asked), 2))
    except asyncio.TimeoutError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
