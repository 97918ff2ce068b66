# line: 22
import asyncio
import threading
import time


class Sensor(threading.Thread):
    """Measures once a second and hands over what it measured."""

    def __init__(self, queue, loop):
        super().__init__(daemon=True)
        self.queue = queue
        self.loop = loop

    def run(self):
        for value in (20, 21, 19):
            time.sleep(1)
            self.hand_over(value)
        self.hand_over(None)

    def hand_over(self, value):
        self.queue.put_nowait(value)


async def main():
    queue = asyncio.Queue()
    Sensor(queue, asyncio.get_running_loop()).start()
    while True:
        value = await queue.get()
        if value is None:
            break
        print(value, "degrees")


if __name__ == "__main__":
    asyncio.run(main())
