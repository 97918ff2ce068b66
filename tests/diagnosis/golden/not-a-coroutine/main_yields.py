# A yield in main makes an asynchronous generator of it.
# line: 9

import asyncio

names = ["Jo", "Al"]


async def main():
    for name in names:
        await asyncio.sleep(1)
        print(name)
        yield name


if __name__ == "__main__":
    print("see main")
