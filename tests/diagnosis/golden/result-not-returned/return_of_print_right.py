import asyncio


async def main():
    await asyncio.sleep(1)
    answer = 6 * 7
    # give the answer back
    print("the answer is", answer)
    return answer


if __name__ == "__main__":
    asyncio.run(main())
