import asyncio


async def ask(expert, seconds):
    await asyncio.sleep(seconds)
    return expert


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(ask(expert, seconds)) for expert, seconds in (("Dr Slow", 3), ("Dr Quick", 1))]
    for question, task in zip(("why?", "when?"), tasks):
        print(question, "->", task.result())


if __name__ == "__main__":
    asyncio.run(main())
