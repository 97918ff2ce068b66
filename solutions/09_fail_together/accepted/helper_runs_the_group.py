"""A helper runs the group and returns the errors; main prints them."""

import asyncio
import sys


async def task(name, delay, ok):
    try:
        print(name, "started")
        await asyncio.sleep(delay)
        if ok:
            print(name, "finished")
        else:
            raise ValueError(name + " failed")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def errors_of(*coroutines):
    errors = []
    try:
        async with asyncio.TaskGroup() as group:
            for coroutine in coroutines:
                group.create_task(coroutine)
    except* ValueError as failed:
        errors.extend(failed.exceptions)
    return errors


async def main():
    for error in await errors_of(task("A", 1, True), task("B", 2, False), task("C", 3, True)):
        sys.stdout.write(f"stopped: {error}\n")


if __name__ == "__main__":
    asyncio.run(main())
