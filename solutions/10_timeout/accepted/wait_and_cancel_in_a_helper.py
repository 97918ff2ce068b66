"""asyncio.wait with a limit does not cancel, so the helper does, and waits for the end."""

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def ask(name, delay):
    t = asyncio.create_task(task(name, delay))
    done, pending = await asyncio.wait({t}, timeout=2)
    if t in done:
        print(t.result())
    else:
        t.cancel()
        await asyncio.gather(t, return_exceptions=True)
        print(f"{name} timed out")


async def main():
    await asyncio.gather(ask("fast", 1), ask("slow", 10))


if __name__ == "__main__":
    asyncio.run(main())
