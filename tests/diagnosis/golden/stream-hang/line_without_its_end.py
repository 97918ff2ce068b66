# A guessing game sends its guesses without a line end, and both sides wait.
# line: 24
import asyncio

SECRET = 4


class GameServer:
    async def play(self, reader, writer):
        while True:
            line = await reader.readline()
            if not line:
                break
            guess = int(line)
            answer = "yes" if guess == SECRET else "no"
            writer.write(f"{answer}\n".encode())
            await writer.drain()
        writer.close()


async def player():
    reader, writer = await asyncio.open_connection("127.0.0.1", 9999)
    for guess in (1, 4):
        writer.write(str(guess).encode())
        await writer.drain()
        answer = await reader.readline()
        print(guess, answer.decode().strip())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(GameServer().play, "127.0.0.1", 9999)
    async with server:
        await player()


if __name__ == "__main__":
    asyncio.run(main())
