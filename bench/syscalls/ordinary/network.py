# python loopback
import asyncio, http.client, http.server, select, socket, socketserver, threading, urllib.request, xmlrpc.client, xmlrpc.server

with http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    assert urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/").status == 200
    connection = http.client.HTTPConnection("localhost", server.server_port)
    connection.request("GET", "/none")
    assert connection.getresponse().status == 404
    server.shutdown()


class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.readline())


with socketserver.ThreadingTCPServer(("localhost", 0), Echo) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with socket.create_connection(server.server_address, timeout=5) as client:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client.sendall(b"line\n")
        assert client.recv(5) == b"line\n"
    server.shutdown()
for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
    one, two = socket.socket(family, socket.SOCK_DGRAM), socket.socket(family, socket.SOCK_DGRAM)
    one.bind((address, 0))
    two.sendto(b"packet", one.getsockname()[:2])
    assert one.recvfrom(10)[0] == b"packet" and select.select([two], [], [], 0)[0] == []
assert socket.getaddrinfo("localhost", 80, type=socket.SOCK_STREAM)


async def main():
    async def answer(reader, writer):
        writer.write((await reader.readexactly(3))[::-1])
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "localhost", 0) as server:
        address = server.sockets[0].getsockname()[:2]
        reader, writer = await asyncio.open_connection(*address)
        writer.write(b"abc")
        assert await reader.read() == b"cba"
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
with xmlrpc.server.SimpleXMLRPCServer(("127.0.0.1", 0), logRequests=False) as server:
    server.register_function(pow)
    threading.Thread(target=server.handle_request, daemon=True).start()
    assert xmlrpc.client.ServerProxy("http://127.0.0.1:%d" % server.server_address[1]).pow(2, 3) == 8
