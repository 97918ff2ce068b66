# Whoever is first in the list is not the one that was asked first.
# line: 18
import asyncio

answers = []


async def ask(expert, seconds):
    await asyncio.sleep(seconds)
    answers.append(expert)


async def main():
    async with asyncio.TaskGroup() as group:
        for expert, seconds in (("Dr Slow", 3), ("Dr Quick", 1)):
            group.create_task(ask(expert, seconds))
    for question, expert in zip(("why?", "when?"), answers):
        print(question, "->", expert)


if __name__ == "__main__":
    asyncio.run(main())
