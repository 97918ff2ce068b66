import asyncio as aio


async def main() -> None:
    async def ring(bell: str) -> None:
        await aio.sleep(0.5)
        print(f"{bell}!")

    done, pending = await aio.wait([aio.create_task(ring("ding")), aio.create_task(ring("dong"))])
    print(len(done), "rang")


if __name__ == "__main__":
    aio.run(main())
