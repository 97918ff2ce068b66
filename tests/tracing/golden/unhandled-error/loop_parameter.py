# The error is raised where the coroutine runs; the parameter that is not taken stands elsewhere.
# line: 12

import asyncio


async def serve(reader, writer):
    writer.close()


loop = asyncio.new_event_loop()
opening = asyncio.start_server(serve, "127.0.0.1", 8103, loop=loop)
server = loop.run_until_complete(opening)
server.close()
loop.close()
