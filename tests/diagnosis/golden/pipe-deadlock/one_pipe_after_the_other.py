# line: 15
# allows: subprocesses
import asyncio
import sys

COMPLAINS = "import sys; sys.stderr.write('oh no! ' * 50_000); print('done')"


async def run(code):
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(1):
            out = await child.stdout.read()
            err = await child.stderr.read()
    except TimeoutError:
        child.kill()
        out, err = await child.communicate()
        return "stuck"
    return f"{len(out)} {len(err)}"


async def main():
    print(await run(COMPLAINS))


if __name__ == "__main__":
    asyncio.run(main())
