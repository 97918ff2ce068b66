# fails: test_main_cancels_the_worker
# diagnosis: timeout-misuse
# wait_for raises TimeoutError when it has cancelled the worker, and nobody catches it.
import asyncio

async def task(name):
    print(f"{name} opened")
    try:
        while True:
            await asyncio.sleep(1)
            print(f"{name} tick")
    finally:
        print(f"{name} closed")

async def main():
    await asyncio.wait_for(task("worker"), 2.5)
    print("main done")

if __name__ == "__main__":
    asyncio.run(main())
