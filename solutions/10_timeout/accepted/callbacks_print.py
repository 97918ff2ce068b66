"""wait_for as a task of its own, and a done-callback that prints what became of it."""

import asyncio
from functools import partial


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


def show(name, ended):
    if isinstance(ended.exception(), asyncio.TimeoutError):
        print(f"{name} timed out")
    else:
        print(ended.result())


async def main():
    running = []
    for name, delay in {"fast": 1, "slow": 10}.items():
        t = asyncio.create_task(asyncio.wait_for(task(name, delay), 2))
        t.add_done_callback(partial(show, name))
        running.append(t)
    await asyncio.gather(*running, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
