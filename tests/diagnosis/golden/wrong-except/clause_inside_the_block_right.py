import asyncio


async def answer(question):
    await asyncio.sleep(20)
    return f"{question}? Yes."


async def main():
    try:
        async with asyncio.timeout(5):
            print(await answer("Rain"))
    except TimeoutError:
        print("no answer")


if __name__ == "__main__":
    asyncio.run(main())
