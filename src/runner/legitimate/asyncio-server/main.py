# A server and its client in one event loop.
import asyncio
import socket


async def main(number):
    async def serve(reader, writer):
        writer.write(str(2 * int(await reader.readline())).encode() + b"\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, sock=socket.create_server(("127.0.0.1", 0)))
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(f"{number}\n".encode())
    answer = int(await reader.readline())
    writer.close()
    server.close()
    return answer


def double(number):
    return asyncio.run(main(number))
