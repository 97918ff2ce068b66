# line: 9
# allows: subprocesses
import asyncio
import subprocess


async def announce(word: str) -> str:
    await asyncio.sleep(1)
    done = subprocess.run(["echo", word], capture_output=True, text=True)
    return done.stdout.strip()


async def main() -> None:
    print(await asyncio.gather(announce("spam"), announce("eggs")))


if __name__ == "__main__":
    asyncio.run(main())
