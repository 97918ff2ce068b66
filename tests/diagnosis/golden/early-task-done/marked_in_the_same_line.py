# The item is fetched and marked in one helper; the sending comes after it.
# line: 18

import asyncio

post = None


async def deliver(name):
    while True:
        letter = await next_letter()
        await asyncio.sleep(2)
        print(name, "brought", letter)


async def next_letter():
    letter = await post.get()
    post.task_done()
    return letter


async def main():
    global post
    post = asyncio.Queue()
    for letter in "ABC":
        await post.put(letter)
    carriers = [asyncio.create_task(deliver(n)) for n in ("Kim", "Lou")]
    await post.join()
    print("the bag is empty, home now")
    for c in carriers:
        c.cancel()
    await asyncio.gather(*carriers, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
