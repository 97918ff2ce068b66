"""A timer of the event loop cancels the task after 2 s."""

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} answer"


async def ask(name: str, delay: float) -> None:
    asked = asyncio.create_task(task(name, delay))
    timer = asyncio.get_running_loop().call_later(2, asked.cancel)
    try:
        print(await asked)
    except asyncio.CancelledError:
        print(f"{name} timed out")
    finally:
        timer.cancel()


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
