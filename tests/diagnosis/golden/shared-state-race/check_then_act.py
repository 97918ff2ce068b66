# line: 20
import asyncio

seen: set[str] = set()
fetched: list[str] = []


async def fetch(name: str) -> None:
    await asyncio.sleep(1)
    fetched.append(name)


async def visit(name: str) -> None:
    if name in seen:
        return
    await asyncio.sleep(0.5)
    await fetch(name)
    # Only now is it known as seen.
    print("fetched", name)
    seen.add(name)


async def main() -> None:
    await asyncio.gather(visit("a"), visit("b"), visit("a"))
    print(fetched)


if __name__ == "__main__":
    asyncio.run(main())
