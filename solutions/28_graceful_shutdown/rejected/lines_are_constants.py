# fails: test_main_starts_two_workers
# diagnosis: hard-coded-output
# main prints the lines of the instructions at the right times; task does nothing.
import asyncio


async def task(name, stop):
    await stop.wait()


async def main():
    stop = asyncio.Event()
    workers = asyncio.gather(task("A", stop), task("B", stop))
    await asyncio.sleep(1)
    print("A job 1 done")
    await asyncio.sleep(0.5)
    print("B job 1 done")
    await asyncio.sleep(0.5)
    print("A job 2 done")
    await asyncio.sleep(0.25)
    stop.set()
    await workers
    await asyncio.sleep(0.25)
    print("B job 2 done")
    print("B stopped")
    await asyncio.sleep(0.5)
    print("A job 3 done")
    print("A stopped")
    print("bye")


if __name__ == "__main__":
    asyncio.run(main())
