"""The first one that ends cancels the others in its callback; main gathers all of them."""

import asyncio


async def task(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"{name} cancelled")
        raise
    return name


async def main() -> None:
    racers = [asyncio.create_task(task(*r)) for r in (("north", 3), ("south", 1), ("east", 2))]

    def call_off(_):
        for racer in racers:
            racer.cancel()

    for racer in racers:
        racer.add_done_callback(call_off)
    results = await asyncio.gather(*racers, return_exceptions=True)
    [winner] = [r for r in results if isinstance(r, str)]
    print(f"{winner} won")


if __name__ == "__main__":
    asyncio.run(main())
