"""A done-callback hands the result on to a future that main awaits."""

import asyncio


async def task(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} ready"


async def main() -> None:
    arrived: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    running = asyncio.create_task(task("report", 3))
    running.add_done_callback(lambda ended: arrived.set_result(ended.result()))
    print("working 1")
    await asyncio.sleep(1)
    print("working 2")
    print(await arrived)


if __name__ == "__main__":
    asyncio.run(main())
