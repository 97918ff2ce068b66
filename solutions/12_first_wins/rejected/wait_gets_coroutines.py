# fails: test_main_calls_task
# diagnosis: wait-misuse
# wait is given coroutines in place of tasks: TypeError.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    racers = [task("north", 3), task("south", 1), task("east", 2)]
    done, pending = await asyncio.wait(racers, return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    print(f"{done.pop().result()} won")


if __name__ == "__main__":
    asyncio.run(main())
