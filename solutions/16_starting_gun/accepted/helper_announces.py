"""A helper class writes the lines to sys.stdout."""

import asyncio
import sys


class Runner:
    def __init__(self, name):
        self.name = name

    def say(self, word):
        sys.stdout.write(self.name + " " + word + "\n")

    async def run(self, gate):
        self.say("ready")
        await gate.wait()
        self.say("go")


def task(name, gate):
    return Runner(name).run(gate)


async def main():
    gate = asyncio.Event()
    runners = asyncio.gather(*[task(name, gate) for name in ["A", "B", "C"]])
    await asyncio.sleep(2)
    gate.set()
    await runners


if __name__ == "__main__":
    asyncio.run(main())
