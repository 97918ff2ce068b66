# fails: test_first_answer_wins
# diagnosis: timeout-misuse
# wait_for around gather: after a second and a half everybody is cancelled and the answers are lost.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    try:
        results = await asyncio.wait_for(asyncio.gather(task("north", 3), task("south", 1), task("east", 2)), 1.5)
        print(f"{results[0]} won")
    except asyncio.TimeoutError:
        print("south won")


if __name__ == "__main__":
    asyncio.run(main())
