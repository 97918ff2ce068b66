import asyncio


async def send(letter: str) -> None:
    await asyncio.sleep(len(letter))
    print(f"sent {letter}")


async def post_everything() -> None:
    for letter in ("to Ann", "to Bo"):
        asyncio.create_task(send(letter))
    # all other tasks must be over before the post office closes
    await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})
    print("closed")


async def main() -> None:
    await post_everything()


if __name__ == "__main__":
    asyncio.run(main())
