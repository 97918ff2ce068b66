"""An exception raised in the body of the group cancels the worker; main catches it outside."""

import asyncio


class EnoughWork(Exception):
    pass


async def task(name: str) -> None:
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    finally:
        print(f"{name} closed")


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(task("worker"))
            await asyncio.sleep(2.5)
            raise EnoughWork
    except* EnoughWork:
        pass
    print("main done")


if __name__ == "__main__":
    asyncio.run(main())
