# The standard library's web server and its client.
import http.server
import threading
import urllib.request


class Doubles(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(str(2 * int(self.path[1:])).encode())

    def log_message(self, *_):
        pass


def double(number):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Doubles) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        answer = int(urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/{number}").read())
        server.shutdown()
    return answer
