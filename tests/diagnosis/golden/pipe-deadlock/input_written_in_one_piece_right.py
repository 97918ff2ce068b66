# allows: subprocesses
import asyncio
import sys

ECHO = "import sys\nfor line in sys.stdin: sys.stdout.write(line)"
lines = b"a line of text\n" * 60_000


async def echo():
    proc = await asyncio.create_subprocess_exec(
        sys.executable, "-c", ECHO, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    reading = asyncio.create_task(proc.stdout.read())
    proc.stdin.write(lines)
    await asyncio.wait_for(proc.stdin.drain(), timeout=60)
    proc.stdin.close()
    return len(await reading)


async def main():
    print(await echo())


if __name__ == "__main__":
    asyncio.run(main())
