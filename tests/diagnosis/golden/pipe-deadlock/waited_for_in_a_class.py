# line: 15
# allows: subprocesses
import asyncio
import sys


class Command:
    def __init__(self, *words):
        self.words = words

    async def run(self, seconds):
        self.proc = await asyncio.create_subprocess_exec(*self.words, stdout=asyncio.subprocess.PIPE)
        done = True
        try:
            await asyncio.wait_for(self.proc.wait(), 1)
        except asyncio.TimeoutError:
            done = False
            self.proc.kill()
        text = await self.proc.stdout.read()
        return len(text) if done else "too slow"


async def main():
    # prints the numbers up to 100000, one on each line
    count = Command(sys.executable, "-c", "for n in range(100_000): print(n)")
    print(await count.run(1))


if __name__ == "__main__":
    asyncio.run(main())
