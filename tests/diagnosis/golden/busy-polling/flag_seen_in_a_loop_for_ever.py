# line: 8
import asyncio


async def main() -> None:
    letters: list[str] = []
    asyncio.get_running_loop().call_later(1, letters.append, "a card")
    while True:
        if letters:
            break
        await asyncio.sleep(0)
    print(letters[0])


if __name__ == "__main__":
    asyncio.run(main())
