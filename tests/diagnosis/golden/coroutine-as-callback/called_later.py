# line: 10
import asyncio


async def ring() -> None:
    print("ring")


async def main() -> None:
    asyncio.get_running_loop().call_later(1, ring)
    await asyncio.sleep(2)


if __name__ == "__main__":
    asyncio.run(main())
