# fails: test_task_prints_and_waits
# diagnosis: no-yield-loop
# The loop contains an await, but what it awaits never suspends, so the event loop gets no turn and the flag is never set.

import asyncio


class Alarm:
    def __init__(self, delay):
        self.rings = False
        asyncio.get_running_loop().call_later(delay, self.ring)

    def ring(self):
        self.rings = True

    async def is_ringing(self):
        return self.rings


async def task(name, delay):
    print(f"{name} started")
    alarm = Alarm(delay)
    while True:
        if await alarm.is_ringing():    # await gives control back
            break
    print(f"{name} finished")


async def main():
    await asyncio.gather(task("Task A", 2), task("Task B", 1))


if __name__ == "__main__":
    asyncio.run(main())
