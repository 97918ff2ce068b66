# get without await gives a coroutine, which is never None: each goes into a bag, so Python never warns.
# line: 8
import asyncio


async def sort(letters, bag):
    while True:
        letter = letters.get()
        if letter is None:
            break
        await asyncio.sleep(1)
        print(f"{letter} sorted")
        await bag.put(letter)


async def main():
    letters, bag = asyncio.Queue(), asyncio.Queue()
    for letter in ("bill", "card", None):
        letters.put_nowait(letter)
    await sort(letters, bag)
    print(bag.qsize(), "letters")

if __name__ == "__main__":
    asyncio.run(main())
