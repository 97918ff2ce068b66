import asyncio


def check(age):
    if age < 0:
        raise ValueError(f"no such age: {age}")


class Registry:
    def __init__(self):
        self.people = []

    async def register(self, name, age):
        await asyncio.sleep(0.2)
        check(age)
        self.people.append(name)


async def main():
    registry = Registry()
    try:
        async with asyncio.TaskGroup() as tg:
            for name, age in [("Kim", 31), ("Lou", -4)]:
                tg.create_task(registry.register(name, age))
    except* ValueError as group:
        print("refused:", *group.exceptions)
    print(registry.people)


if __name__ == "__main__":
    asyncio.run(main())
