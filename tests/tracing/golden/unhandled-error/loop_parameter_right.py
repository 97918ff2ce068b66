import asyncio


async def serve(reader, writer):
    writer.close()


loop = asyncio.new_event_loop()
opening = asyncio.start_server(serve, "127.0.0.1", 8103)
server = loop.run_until_complete(opening)
server.close()
loop.close()
