# SPDX-License-Identifier: GPL-3.0-or-later
"""relayd with its ssh relay, and relay shell host and client on either side of it."""
import os

from accesstoken import SecuredRelayd, token
from relay_e2e import free_port
from targets import Relay


def shell_token(role, host="pi7"):
    return token(host, booking_id=None, prefix="connect", scopes=[role])


class Chain:
    """relayd on a port that it keeps when it is killed and started again; host() and client() live as long as the case."""

    def __init__(self, case, args=()):
        self.case = case
        port = free_port()
        self.relayd = case.enterContext(SecuredRelayd(args, env={"RELAY_URL": f"ws://127.0.0.1:{port}"},
                                                      listen=f"127.0.0.1:{port}"))
        self.port = port

    def access(self, host="pi7"):
        return f"http://127.0.0.1:{self.port}/api/v1/connect/{host}"

    def host(self, *words):
        relay = self.case.enterContext(Relay("shell", "host", "--access", self.access(), *words, "--json",
                                             env={"RELAY_SHELL_HOST_TOKEN": shell_token("host")}))
        relay.wait_for("open")
        return relay

    def client(self, *words):
        relay = self.case.enterContext(Relay("shell", "client", "--access", self.access(), "--listen", "127.0.0.1:0", *words,
                                             "--json", env={"RELAY_SHELL_CLIENT_TOKEN": shell_token("client")}))
        relay.wait_for("listening")
        relay.port = next(event["port"] for event in relay.events() if event["event"] == "listening")
        return relay

    def token_file(self, folder):
        path = os.path.join(folder, "client.token")
        with open(path, "w", encoding="ascii") as file:
            file.write(shell_token("client"))
        os.chmod(path, 0o600)
        return path
