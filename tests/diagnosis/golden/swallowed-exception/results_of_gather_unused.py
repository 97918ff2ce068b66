# line: 13
import asyncio


async def climb(peak: str) -> None:
    await asyncio.sleep(1)
    if peak == "Eiger":
        raise OSError("fog")
    print(f"{peak} climbed")


async def main() -> None:
    await asyncio.gather(climb("Eiger"), climb("Rigi"), return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
