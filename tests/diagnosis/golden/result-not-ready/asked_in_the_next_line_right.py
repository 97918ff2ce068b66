import asyncio


class Oracle:
    async def answer(self, question):
        await asyncio.sleep(2)
        return len(question)


async def main():
    oracle = Oracle()
    questions = ["who", "where"]
    tasks = [asyncio.create_task(oracle.answer(q)) for q in questions]
    await asyncio.wait(tasks)
    total = sum(task.result() for task in tasks)
    print("total:", total)


if __name__ == "__main__":
    asyncio.run(main())
