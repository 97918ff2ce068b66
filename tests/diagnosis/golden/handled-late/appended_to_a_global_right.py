import asyncio

scores = []


async def games():
    for score in (3, 1, 2):
        await asyncio.sleep(1)
        yield score


def show():
    while scores:
        print("score:", scores.pop(0))


async def main():
    async for score in games():
        scores.append(score)
        show()


if __name__ == "__main__":
    asyncio.run(main())
