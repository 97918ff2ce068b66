# fails: test_prints_the_six_lines
# diagnosis: coroutine-as-callback
# call_later is given an async function: it makes a coroutine after two seconds, and nobody runs it.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    print(f"{name} ready")
    await gate.wait()
    print(f"{name} go")


async def main() -> None:
    gate = asyncio.Event()

    async def open_gate():
        gate.set()

    asyncio.get_running_loop().call_later(2, open_gate)
    await asyncio.gather(*(task(name, gate) for name in "ABC"))


if __name__ == "__main__":
    asyncio.run(main())
