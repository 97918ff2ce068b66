# fails: test_first_answer_wins
# diagnosis: handled-late
# wait without return_when waits for all three; the first answer is looked at when the last one is there.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    tasks = [asyncio.create_task(task(*x)) for x in (("north", 3), ("south", 1), ("east", 2))]
    done, pending = await asyncio.wait(tasks)
    for t in pending:
        t.cancel()
    print(f"{done.pop().result()} won")


if __name__ == "__main__":
    asyncio.run(main())
