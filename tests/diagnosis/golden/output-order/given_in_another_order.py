# line: 12
import asyncio


async def bake(cake: str, hours: float) -> str:
    await asyncio.sleep(hours)
    print(f"{cake} baked")
    return cake


async def main() -> None:
    await asyncio.gather(say("b"), say("a"))


async def say(word: str) -> None:
    print(word)
    await asyncio.sleep(1)


if __name__ == "__main__":
    asyncio.run(main())
