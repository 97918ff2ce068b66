import asyncio
from time import sleep as pause


async def knead(dough: str) -> None:
    await asyncio.sleep(len(dough))
    print(f"{dough} kneaded")


async def main() -> None:
    await asyncio.gather(knead("rye"), knead("corn"))


if __name__ == "__main__":
    asyncio.run(main())
