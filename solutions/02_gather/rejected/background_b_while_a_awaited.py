# fails: test_waits_for_both
# diagnosis: lost-task
# Starts B in the background and awaits only A; nobody waits for B, which is right only while B is shorter.

import asyncio

background = set()


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def main():
    t = asyncio.create_task(task("Task B", 1))
    background.add(t)
    t.add_done_callback(background.discard)
    await task("Task A", 2)


if __name__ == "__main__":
    asyncio.run(main())
