# fails: test_ticks_and_closes
# diagnosis: cancel-swallowed
# A bare except inside the loop catches the cancellation, says closed and ticks on for ever; main waits for ever.
import asyncio

async def task(name):
    print(f"{name} opened")
    while True:
        try:
            await asyncio.sleep(1)
            print(f"{name} tick")
        except:
            print(f"{name} closed")

async def main():
    worker = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    worker.cancel()
    try:
        await worker
    except asyncio.CancelledError:
        print("main done")

if __name__ == "__main__":
    asyncio.run(main())
