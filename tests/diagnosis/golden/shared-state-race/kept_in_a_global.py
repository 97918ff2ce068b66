# line: 11
import asyncio

guest = ""


async def serve(name: str) -> None:
    global guest
    guest = name
    await asyncio.sleep(1)
    print(f"soup for {guest}")


async def main() -> None:
    await asyncio.gather(serve("Ida"), serve("Ben"))


if __name__ == "__main__":
    asyncio.run(main())
