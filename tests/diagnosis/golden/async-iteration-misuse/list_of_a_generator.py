# line: 16
import asyncio

results = []


async def pages(n):
    for number in range(1, n + 1):
        await asyncio.sleep(0.3)
        yield f"page {number}"


async def main():
    global results
    # get all pages at once
    results = list(pages(3))
    for page in results:
        print(page)


asyncio.get_event_loop_policy().new_event_loop().run_until_complete(main()) if __name__ == "__main__" else None
