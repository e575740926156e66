# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of another origin than the relay's: http.server on a port of its own."""
import http.server
import threading


class PageServer:
    """Use it by `with`. pages: path to body, as text; each is sent as HTML. More may be added while it runs."""

    def __init__(self, pages):
        self.pages = {"/favicon.ico": "", **pages}

    def __enter__(self):
        pages = self.pages

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = pages.get(self.path)
                self.send_response(404 if body is None else 200)
                data = (body or "").encode()
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)
