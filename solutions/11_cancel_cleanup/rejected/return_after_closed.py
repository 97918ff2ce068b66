# fails: test_ends_as_cancelled
# diagnosis: cancel-swallowed
# The handler ends with return in place of raise; only the task's state shows it.
import asyncio

async def task(name):
    print(name, "opened")
    while True:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print(name, "closed")
            return
        print(name, "tick")

async def main():
    t = asyncio.create_task(task("worker"))
    await asyncio.sleep(2.5)
    t.cancel()
    await asyncio.gather(t, return_exceptions=True)
    print("main done")

if __name__ == "__main__":
    asyncio.run(main())
