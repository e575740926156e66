# SPDX-License-Identifier: GPL-3.0-or-later
"""relayd with its ssh relay, and relay shell host and client on either side of it."""
import os

from accesstoken import SecuredRelayd, token
from relay_e2e import free_port
from targets import Relay


def shell_token(role, host="pi7"):
    return token(host, booking_id=None, prefix="connect", scopes=[role])


class Chain:
    """relayd on a port that it keeps when it is killed and started again; host() and client() live as long as the case.
    tls: certificate, key, and the authority that host and client trust, as paths; then there is no way without TLS."""

    def __init__(self, case, args=(), tls=None):
        self.case = case
        self.port = free_port()
        place = f"127.0.0.1:{self.port}"
        self.base = f"{'https' if tls else 'http'}://{place}"
        self.trust = ["--ca-file", tls[2]] if tls else []
        if tls:
            args = [*args, "--tls-listen", place, "--tls-certificate", tls[0], "--tls-key", tls[1]]
        self.relayd = case.enterContext(SecuredRelayd(args, env={"RELAY_URL": self.base.replace("http", "ws", 1)},
                                                      listen="none" if tls else place))

    def access(self, host="pi7"):
        return f"{self.base}/api/v1/connect/{host}"

    def host(self, *words):
        relay = self.case.enterContext(Relay("shell", "host", "--access", self.access(), *self.trust, *words, "--json",
                                             env={"RELAY_SHELL_HOST_TOKEN": shell_token("host")}))
        relay.wait_for("open")
        return relay

    def client(self, *words):
        relay = self.case.enterContext(Relay("shell", "client", "--access", self.access(), "--listen", "127.0.0.1:0",
                                             *self.trust, *words, "--json",
                                             env={"RELAY_SHELL_CLIENT_TOKEN": shell_token("client")}))
        relay.wait_for("listening")
        relay.port = next(event["port"] for event in relay.events() if event["event"] == "listening")
        return relay

    def token_file(self, folder):
        path = os.path.join(folder, "client.token")
        with open(path, "w", encoding="ascii") as file:
            file.write(shell_token("client"))
        os.chmod(path, 0o600)
        return path
