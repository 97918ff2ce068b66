"""Three clients that talk to a server at once: read them, import them, leave them as they are."""

import asyncio
from contextlib import suppress

LINES = [("good morning", "a tea, please"), ("hello", "any news?"), ("is it raining?", "good bye")]


async def client(port: int, lines: tuple[str, ...]) -> list[str]:
    """Send each line, wait for its answer, and return the answers without their newlines."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    try:
        for line in lines:
            writer.write(f"{line}\n".encode())
            await writer.drain()
            answer = await reader.readline()
            answers.append(answer.decode().removesuffix("\n"))
        # The server sees the end of the lines and closes too; wait for that, but no longer than a second.
        # (A TimeoutError is an OSError; so is what a server causes that has closed before its time.)
        with suppress(OSError):
            writer.write_eof()
            await asyncio.wait_for(reader.read(), 1)
    finally:
        writer.close()
    return answers


async def clients(port: int) -> list[str]:
    """Run three clients at once against the server on 127.0.0.1; return all their answers, client by client."""
    answers = await asyncio.gather(*(client(port, lines) for lines in LINES))
    return [answer for of_one_client in answers for answer in of_one_client]
