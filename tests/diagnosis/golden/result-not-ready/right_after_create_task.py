# line: 15
import asyncio


class Scale:
    async def weigh(self, thing):
        await asyncio.sleep(1)
        return len(thing)


async def main():
    scale = Scale()
    weighing = asyncio.create_task(scale.weigh("stone"))
    # now get the result
    weight = weighing.result()
    print(weight)


if __name__ == "__main__":
    asyncio.run(main())
