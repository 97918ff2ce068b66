"""A decorator tells of the cancellation, and the function below it knows nothing of it."""

import asyncio
from functools import wraps


def tells_when_cancelled(function):
    @wraps(function)
    async def wrapper(name, *args):
        try:
            await function(name, *args)
        except asyncio.CancelledError:
            print(f"{name} cancelled")
            raise

    return wrapper


@tells_when_cancelled
async def task(name, delay, ok):
    print(f"{name} started")
    await asyncio.sleep(delay)
    if not ok:
        raise ValueError(f"{name} failed")
    print(f"{name} finished")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for job in (("A", 1, True), ("B", 2, False), ("C", 3, True)):
                group.create_task(task(*job))
    except* ValueError as errors:
        for e in errors.exceptions:
            print(f"stopped: {e}")


if __name__ == "__main__":
    asyncio.run(main())
