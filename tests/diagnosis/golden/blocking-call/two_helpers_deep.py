# line: 7
import asyncio
from time import sleep as pause


def rest(seconds: float) -> None:
    pause(seconds)


async def knead(dough: str) -> None:
    knead_by_hand(dough)
    print(f"{dough} kneaded")


def knead_by_hand(dough: str) -> None:
    rest(len(dough))


async def main() -> None:
    await asyncio.gather(knead("rye"), knead("corn"))


if __name__ == "__main__":
    asyncio.run(main())
