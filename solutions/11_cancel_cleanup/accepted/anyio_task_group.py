"""anyio's task group, cancelled through its scope."""

import asyncio

import anyio


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    except anyio.get_cancelled_exc_class():
        print(f"{name} closed")
        raise


async def main() -> None:
    async with anyio.create_task_group() as group:
        group.start_soon(task, "worker")
        await anyio.sleep(2.5)
        group.cancel_scope.cancel()
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
