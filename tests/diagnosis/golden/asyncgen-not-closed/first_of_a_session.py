# line: 25
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def session(host):
    await asyncio.sleep(0.1)
    print("logged in at", host)
    yield host
    await asyncio.sleep(0.1)
    print("logged out")


async def messages(host):
    async with session(host):
        for text in ("hi", "stop", "bye"):
            await asyncio.sleep(1)
            yield text


async def main():
    async for text in messages("mail"):
        if text == "stop":
            break
        print(text)
    await asyncio.sleep(0)
    print("end of main")


if __name__ == "__main__":
    asyncio.run(main())
