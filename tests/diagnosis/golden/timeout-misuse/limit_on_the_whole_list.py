# Each letter may take two seconds; the limit stands round all of them.
# line: 14
import asyncio


async def write(letter, seconds):
    await asyncio.sleep(seconds)
    print(f"{letter} written")


async def main():
    letters = [("to mum", 1.5), ("to dad", 1.5), ("to gran", 3)]
    try:
        async with asyncio.timeout(2):
            for letter, seconds in letters:
                await write(letter, seconds)
    except TimeoutError:
        print("too slow")


if __name__ == "__main__":
    asyncio.run(main())
