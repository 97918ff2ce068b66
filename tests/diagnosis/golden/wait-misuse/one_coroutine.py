# wait is given a set of coroutines made on the spot.
# line: 12

import asyncio as aio


async def main() -> None:
    async def ring(bell: str) -> None:
        await aio.sleep(0.5)
        print(f"{bell}!")

    done, pending = await aio.wait({ring("ding"), ring("dong")})
    print(len(done), "rang")


if __name__ == "__main__":
    aio.run(main())
