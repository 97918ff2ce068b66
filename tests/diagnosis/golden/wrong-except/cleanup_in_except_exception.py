# line: 11
import asyncio


class Printer:
    async def work(self, pages):
        try:
            for page in range(pages):
                await asyncio.sleep(1)
                print(f"page {page}")
        except Exception:
            print(f"printer empty after {page} pages")
            raise


async def main():
    printer = Printer()
    job = asyncio.ensure_future(printer.work(9))
    await asyncio.sleep(2.5)
    job.cancel()
    await asyncio.wait([job])
    print("home")


if __name__ == "__main__":
    asyncio.run(main())
