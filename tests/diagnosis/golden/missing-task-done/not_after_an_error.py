# What fails is told, and forgotten to be marked.
# line: 29
import asyncio
import random


class Printer:
    def __init__(self):
        self.jobs = asyncio.Queue()

    async def run(self):
        while True:
            pages = await self.jobs.get()
            try:
                await asyncio.sleep(1)
                if pages > 10:
                    raise ValueError("too many pages")
                print("printed", pages)
                self.jobs.task_done()
            except ValueError as problem:
                print("not printed:", problem)


async def main():
    printer = Printer()
    running = asyncio.create_task(printer.run())
    for pages in (2, 40, 1):
        await printer.jobs.put(pages)
    await printer.jobs.join()
    print("all done")
    running.cancel()
    await asyncio.wait([running])


if __name__ == "__main__":
    asyncio.run(main())
