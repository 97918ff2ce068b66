import asyncio


async def main():
    for shelf in range(5):
        await asyncio.sleep(1)
        print("looked through shelf", shelf)
    print("found the key")
