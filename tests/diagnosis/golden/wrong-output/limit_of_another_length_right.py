import asyncio

PATIENCE = 4


async def phone(who):
    await asyncio.sleep(9)
    print(who, "answers")


async def call_them(names):
    for name in names:
        try:
            async with asyncio.timeout(2):
                await phone(name)
        except TimeoutError:
            print(name, "is not at home")


async def main():
    await call_them(["Ruth"])
