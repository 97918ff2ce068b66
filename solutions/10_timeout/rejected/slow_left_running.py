# fails: test_cancels_what_is_late
# diagnosis: task-not-cancelled
# asyncio.wait does not cancel what is pending at its limit: slow goes on until the program's end cuts it off.

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def ask(name: str, delay: float) -> None:
    asked = asyncio.create_task(task(name, delay))
    done, pending = await asyncio.wait({asked}, timeout=2)
    if done:
        print(asked.result())
    else:
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
