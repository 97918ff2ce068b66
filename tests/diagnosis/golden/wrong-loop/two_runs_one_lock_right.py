import asyncio


class Printer:
    lock = None

    async def print_page(self, page):
        if Printer.lock is None:
            Printer.lock = asyncio.Lock()
        async with Printer.lock:
            await asyncio.sleep(1)
            print("page", page)


async def pages(first, last):
    printer = Printer()
    await asyncio.gather(*(printer.print_page(n) for n in range(first, last)))


async def main():
    print("ready")


asyncio.run(pages(1, 5))
