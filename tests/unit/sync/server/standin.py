"""Stand-ins for what is slow: a server that answers two questions, and a Python that installs."""

from __future__ import annotations

import sys
from pathlib import Path

SERVER = """#!{python}
import json, os, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

with open(os.path.join(os.environ["LABEL_STUDIO_BASE_DATA_DIR"], "label_studio.sqlite3"), "a"):
    pass
port = int(sys.argv[sys.argv.index("--port") + 1])
if {ends!r}:
    sys.exit("no such table: " + {ends!r})

class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        known = {{"/health": {{"status": "UP"}}, "/api/version": {{"release": {version!r}}}}}
        body = json.dumps(known[self.path]).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *_):
        pass

server = ThreadingHTTPServer(("127.0.0.1", port), Answers)
print(f"Starting development server at http://127.0.0.1:{{port}}/", flush=True)
server.serve_forever()
"""

PYTHON = """#!/bin/sh
mkdir -p "$3/bin"
cat > "$3/bin/python" <<'END'
#!/bin/sh
echo "$@" >> "{calls}"
{pip}
END
chmod +x "$3/bin/python"
"""


def write_server(path: Path, *, version: str, ends: str = "") -> Path:
    """Write a command that starts as Label Studio does; with `ends` it dies with that word."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SERVER.format(python=sys.executable, version=version, ends=ends))
    path.chmod(0o755)
    return path


def write_python(path: Path, *, calls: Path, pip: str) -> Path:
    """Write a Python whose environments have a pip of the shell commands `pip`."""
    path.write_text(PYTHON.format(calls=calls, pip=pip))
    path.chmod(0o755)
    return path
