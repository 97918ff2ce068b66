import asyncio


async def copy(tape):
    print("copying", tape)
    await asyncio.sleep(6)
    print("copied", tape)


async def main():
    try:
        await asyncio.wait_for(copy("holiday"), timeout=2)
    except asyncio.TimeoutError:
        print("too long, stopping")
    print("the end")
