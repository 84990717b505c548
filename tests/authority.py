"""A timestamp authority on this machine: OpenSSL behind a web server, with certificates of its own."""

from __future__ import annotations

import subprocess
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

_CONFIG = """\
[req]
distinguished_name = dn
[dn]
[ca]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[tsa]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[stamps]
serial = {folder}/serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ordering = yes
ess_cert_id_chain = no
"""


@dataclass
class Authority:
    """`with Authority(folder) as authority: authority.url`; `reply` is what it answers instead, if set."""

    folder: Path
    reply: bytes | None = None
    status: int = 200

    def __enter__(self) -> Self:
        self._certificates()
        authority = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = self.rfile.read(int(self.headers["Content-Length"]))
                body = authority.reply if authority.reply is not None else authority.stamped(asked)
                self.send_response(authority.status)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/tsr"

    @property
    def root(self) -> str:
        """The certificate by which its signatures are checked."""
        return str(self.folder / "ca.pem")

    def stamped(self, asked: bytes) -> bytes:
        (self.folder / "asked.tsq").write_bytes(asked)
        self._openssl(
            "ts", "-reply", "-queryfile", "asked.tsq", "-signer", "tsa.pem", "-inkey", "tsa.key",
            "-chain", "ca.pem", "-config", "config", "-section", "stamps", "-out", "answer.tsr",
        )  # fmt: skip
        return (self.folder / "answer.tsr").read_bytes()

    def _certificates(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "config").write_text(_CONFIG.format(folder=self.folder), "utf-8")
        (self.folder / "serial").write_text("01", "utf-8")
        new = ("-newkey", "rsa:2048", "-nodes", "-config", "config")
        self._openssl(
            "req", "-x509", *new, "-subj", "/CN=Root of the tests", "-extensions", "ca", "-keyout", "ca.key",
            "-days", "3650", "-out", "ca.pem",
        )  # fmt: skip
        self._openssl(
            "req", "-new", *new, "-subj", "/CN=Clock of the tests", "-keyout", "tsa.key", "-out", "tsa.csr"
        )
        self._openssl(
            "x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", "3650",
            "-extfile", "config", "-extensions", "tsa", "-set_serial", "2", "-out", "tsa.pem",
        )  # fmt: skip

    def _openssl(self, *arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True)
