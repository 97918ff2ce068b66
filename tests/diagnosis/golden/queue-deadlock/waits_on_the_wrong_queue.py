# Letters go into one box, and the postman looks into the other one.
# line: 17
import asyncio

inbox = asyncio.Queue()
outbox = asyncio.Queue()


async def writer(names):
    for name in names:
        await asyncio.sleep(1)
        await outbox.put(f"dear {name}")


async def postman(letters):
    for _ in range(letters):
        letter = await inbox.get()
        print("delivered:", letter)


async def main():
    await asyncio.gather(writer(["Liz", "Max"]), postman(2))


if __name__ == "__main__":
    asyncio.run(main())
