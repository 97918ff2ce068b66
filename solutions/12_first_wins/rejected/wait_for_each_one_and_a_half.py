# fails: test_first_answer_wins
# diagnosis: timeout-misuse
# Each racer may take 1.5 seconds: south answers, the others are called off by the clock half a second too late.
import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    async def limited(name, delay):
        try:
            return await asyncio.wait_for(task(name, delay), 1.5)
        except asyncio.TimeoutError:
            return None

    answers = await asyncio.gather(limited("north", 3), limited("south", 1), limited("east", 2))
    for answer in answers:
        if answer:
            print(f"{answer} won")


if __name__ == "__main__":
    asyncio.run(main())
