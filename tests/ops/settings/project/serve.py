"""Serves the project over TLS and over plain HTTP: serve.py CERT KEY; its ports are the first line."""

import os
import ssl
import sys
import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'construbot.config.settings.production')

from django.core.wsgi import get_wsgi_application  # noqa: E402 (after the variable)


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


application = get_wsgi_application()


def with_tls(environ, start_response):
    return application({**environ, 'wsgi.url_scheme': 'https'}, start_response)


plain = make_server('127.0.0.1', 0, application, handler_class=Quiet)
secure = make_server('127.0.0.1', 0, with_tls, handler_class=Quiet)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[1], sys.argv[2])
secure.socket = context.wrap_socket(secure.socket, server_side=True)
threading.Thread(target=plain.serve_forever, daemon=True).start()
print(secure.server_port, plain.server_port, flush=True)
secure.serve_forever()
