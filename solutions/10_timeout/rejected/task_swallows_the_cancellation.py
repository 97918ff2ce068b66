# fails: test_task_can_be_cancelled
# diagnosis: cancel-swallowed
# task catches its cancellation and returns a text, as if it had answered.

import asyncio


async def task(name, delay):
    try:
        await asyncio.sleep(delay)
        return f"{name} answer"
    except asyncio.CancelledError:
        return f"{name} timed out"


async def ask(name, delay):
    try:
        print(await asyncio.wait_for(task(name, delay), 2))
    except asyncio.TimeoutError:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
