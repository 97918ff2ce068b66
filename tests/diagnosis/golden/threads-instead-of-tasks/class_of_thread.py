# Each runner is a thread, and the coroutine joins them.
# line: 22
import asyncio
import threading
import time


class Runner(threading.Thread):
    def __init__(self, name, seconds):
        threading.Thread.__init__(self)
        self.runner = name
        self.seconds = seconds

    def run(self):
        time.sleep(self.seconds)
        print(self.runner, "is at the finish")


async def race():
    runners = [Runner("Zoe", 2), Runner("Ben", 1)]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join()
    print("race over")


async def main():
    await race()


if __name__ == "__main__":
    asyncio.run(main())
