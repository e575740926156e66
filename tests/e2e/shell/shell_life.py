#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How shells end, what ours agree on, and a reader that stands still. --long: it stands still for 30 seconds."""
import json
import socket
import sys
import threading
import time
import unittest

from accesstoken import SECRET, sign
from rawws import BINARY, CLOSE, PONG, Closed, frame
from relay_e2e import SLOWNESS, is_sanitized, main, wait_until
from shells import RESUME, SHELL_SECRET, ShellRelayd, shell_token

LONG = "--long" in sys.argv
GREETING = b"SSH-2.0-OpenSSH_9.2p1\r\n"
BLOCK = 64 * 1024 - 1  # as those before us read from sshd


def talk(client, leg):
    leg.send(BINARY, GREETING)
    assert client.message() == (BINARY, GREETING)


def within(seconds, begun):
    return time.monotonic() - begun < seconds * SLOWNESS


class Ends(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.relayd = ShellRelayd().start()
        cls.addClassCleanup(cls.relayd._end, False)

    def ends_with(self, legs, code, seconds=1):
        begun = time.monotonic()
        for leg in legs:
            self.assertEqual(leg.close_code(answer=True), code)
        self.assertTrue(within(seconds, begun), "at once")

    def test_a_kick_of_either_leg_ends_both(self):
        for role in ("client", "host"):
            with self.subTest(role):
                host, client, leg, call = self.relayd.pair(f"kick-{role}")
                with host, client, leg:
                    talk(client, leg)
                    shell = wait_until(lambda: self.shell_of(f"kick-{role}"))
                    self.relayd.relay("kick", shell[f"{role}Id"], "--reason", "enough")
                    self.ends_with((client, leg), 4000)
                    self.assertEqual(host.announcement()["uuid"], call["uuid"])
                    wait_until(lambda: self.shell_of(f"kick-{role}") is None)

    def shell_of(self, host):
        shells = json.loads(self.relayd.relay("--json", "shells").stdout)
        return next((shell for shell in shells if shell["host"] == host and shell["hostId"]), None)

    def test_a_denied_booking_ends_both_legs_within_a_second(self):
        host, client, leg, _ = self.relayd.pair("deny", booking_id="booked")
        with host, client, leg:
            talk(client, leg)
            self.assertEqual(self.relayd.deny("booked"), 204)
            self.ends_with((client, leg), 4403)
            status, body, _ = self.relayd.ask("deny", shell_token("deny", booking_id="booked"))
            self.assertEqual(status, 400, body)

    def test_a_token_that_expires_ends_both_legs_within_a_second(self):
        host = self.relayd.host("expire")
        expires = int(time.time()) + 2
        _, client, leg, _ = self.relayd.pair("expire", host=host, exp=expires)
        with host, client, leg:
            talk(client, leg)
            self.ends_with((client, leg), 4401, 3)
            self.assertLess(time.time(), expires + 1 * SLOWNESS)
            self.assertGreaterEqual(time.time(), expires)

    def test_the_end_of_the_management_connection_ends_no_shell(self):
        host, client, leg, _ = self.relayd.pair("manage")
        with client, leg:
            host.socket.close()
            wait_until(lambda: self.relayd.ask("manage", shell_token("manage"))[0] == 503)
            talk(client, leg)
            client.send(BINARY, b"still here")
            self.assertEqual(leg.message(), (BINARY, b"still here"))

    def test_whoever_goes_without_a_word_takes_the_other_along(self):
        for who in (1, 2):
            legs = self.relayd.pair("vanish")
            with legs[0], legs[1], legs[2]:
                talk(legs[1], legs[2])
                legs[who].reset()
                self.ends_with((legs[3 - who],), 1001)

    def test_the_end_of_the_relay_is_told_to_both(self):
        with ShellRelayd() as relayd:
            host, client, leg, _ = relayd.pair("stop")
            with host, client, leg:
                talk(client, leg)
                stopper = threading.Thread(target=relayd.stop)
                stopper.start()
                self.ends_with((client, leg, host), 1001)
                stopper.join()


class Ours(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.relayd = ShellRelayd().start()
        cls.addClassCleanup(cls.relayd._end, False)

    def test_what_both_ends_agree_on(self):
        with self.relayd.host("agree", ours=True) as host:
            self.assertEqual(host.protocol, "relay-shell.1")
            body = {"resume": RESUME, "target": "db", "version": 1}
            status, answer, _ = self.relayd.ask("agree", shell_token("agree"), json.dumps(body))
            self.assertEqual((status, answer["resume"], answer["target"]), (200, RESUME, "db"))
            with self.relayd.dial(answer["uri"], ours=True) as client:
                self.assertEqual(client.protocol, "relay-shell.1")
                call = host.announcement()
                self.assertEqual(list(call), ["action", "uri", "uuid", "resume", "protocol", "target"])
                self.assertEqual((call["resume"], call["protocol"], call["target"]), (RESUME, "relay-shell.1", "db"))
                with self.relayd.dial(call["uri"], ours=True) as leg:
                    self.assertEqual(leg.protocol, "relay-shell.1")
                    talk(client, leg)
                    shell = wait_until(lambda: self.shells("agree"))[0]
                    self.assertEqual((shell["target"], shell["isResumable"], shell["resumes"]), ("db", True, 0))
                    self.assertEqual(shell["id"], shell["clientId"])
                    text = self.relayd.relay("shells").stdout
                    self.assertRegex(text, r"agree +db ")
                    self.assertNotIn(RESUME, text + json.dumps(shell), "who knows it could take the shell over")

    def shells(self, host):
        return [shell for shell in json.loads(self.relayd.relay("--json", "shells").stdout)
                if shell["host"] == host and shell["hostId"]]

    def test_a_client_of_before_with_a_host_of_ours_and_the_other_way_round(self):
        for host_is_ours in (True, False):
            name = f"mixed-{host_is_ours}"
            with self.relayd.host(name, ours=host_is_ours) as host:
                body = {} if host_is_ours else {"resume": RESUME}
                with self.relayd.client(name, ours=not host_is_ours, body=body) as client:
                    self.assertEqual(client.protocol, "null" if host_is_ours else "relay-shell.1")
                    call = host.announcement()
                    self.assertEqual("protocol" in call, not host_is_ours)
                    with self.relayd.dial(call["uri"], ours=host_is_ours) as leg:
                        self.assertEqual(leg.protocol, None if host_is_ours else "null",
                                         "nothing that the client has not agreed to")
                        talk(client, leg)

    def test_a_target_is_refused_where_the_host_knows_of_none(self):
        with self.relayd.host("plain"):
            status, answer, _ = self.relayd.ask("plain", shell_token("plain"), b'{"target":"db"}')
            self.assertEqual((status, answer["code"]), (409, "409"))
            self.assertIn("db", answer["message"])

    def test_the_sub_protocol_is_for_shells_alone(self):
        from rawws import WebSocket
        from shells import OURS
        path = "/" + self.relayd.uri().split("/", 3)[3]
        with WebSocket(self.relayd.port, path, extra=OURS) as session:
            self.assertNotIn("sec-websocket-protocol", session.response.headers)


class Watched(unittest.TestCase):
    """What an operator's window sees of a shell, from its beginning to its end."""

    def test_the_stream_of_shells(self):
        with ShellRelayd() as relayd, socket.socket(socket.AF_UNIX) as admin:
            admin.connect(relayd.admin_socket)
            admin.settimeout(10 * SLOWNESS)
            lines = admin.makefile("r")
            admin.sendall(b'{"id":1,"method":"session.open","params":{"protocol":"relay-admin/1"}}\n'
                          b'{"id":2,"method":"subscribe","params":{"sub":"s","stream":"shells","intervalMs":250}}\n')

            def following(done):
                """The row of the shell, once it is so; the rows are kept as a window keeps them."""
                while True:
                    message = json.loads(lines.readline())
                    if message.get("method") == "hello":
                        self.assertIn("shells", message["params"]["features"])
                    if "id" in message and message["id"] == 2:
                        self.columns = message["result"]["columns"]
                    if message.get("method") in ("snapshot", "delta"):
                        params = message["params"]
                        for row in params.get("set", params.get("rows", [])):
                            rows[row[0]] = dict(zip(self.columns, row))
                        for key in params.get("del", []):
                            rows.pop(key)
                    shell = next(iter(rows.values()), None)
                    if self.columns and done(shell):
                        return shell

            rows, self.columns = {}, None
            self.assertIsNone(following(lambda shell: shell is None))
            host, client, leg, _ = relayd.pair("watched", ours=True, booking_id="b1")
            with host, client, leg:
                shell = following(lambda shell: shell and shell["hostId"])
                self.assertEqual((shell["host"], shell["target"], shell["bookingId"], shell["isResumable"], shell["rttMs"]),
                                 ("watched", None, "b1", True, -1))
                self.assertTrue(shell["client"].startswith("127.0.0.1:") and shell["hostAddress"].startswith("127.0.0.1:"))
                talk(client, leg)
                client.send(BINARY, b"12345")
                self.assertEqual(leg.message(), (BINARY, b"12345"))
                following(lambda shell: shell["inBytes"] == 5 and shell["outBytes"] == len(GREETING))
                self.assertEqual(relayd.metric('relay_shells{state="open"}'), 1)
                self.assertEqual(relayd.metric("relay_shell_hosts"), 1)
                client.socket.close()
                following(lambda shell: shell is None)

    def test_a_shell_that_comes_back_is_counted(self):
        with ShellRelayd() as relayd, relayd.host("again", ours=True) as host:
            for times in range(3):
                _, client, leg, _ = relayd.pair("again", ours=True, host=host)
                with client, leg:
                    talk(client, leg)
                    shell = wait_until(lambda: next(iter(json.loads(relayd.relay("--json", "shells").stdout)), None))
                    self.assertEqual(shell["resumes"], times)
                host.announcement()  # that it is over
                wait_until(lambda: json.loads(relayd.relay("--json", "shells").stdout) == [])


class SlowReader(unittest.TestCase):
    """A client that stands still bounds the memory of the relay, and loses nothing when it goes on."""

    def test_it(self):
        seconds = 30 if LONG else 2
        with ShellRelayd(["--workers", "1"]) as relayd:
            host, client, leg, _ = relayd.pair("slow", receive_buffer=16 * 1024)
            with host, client, leg:
                talk(client, leg)
                before = relayd.rss()
                sender = Sender(leg)
                sender.start()
                time.sleep(seconds)
                sent = sender.sent
                time.sleep(0.5)
                self.assertEqual(sender.sent, sent, "the host is made to wait")
                grown = relayd.rss() - before
                shell = json.loads(relayd.relay("--json", "shells").stdout)[0]
                print(f"client stopped for {seconds} s: {sent / 2**20:.1f} MiB taken from the host, "
                      f"relayd grew by {grown / 2**20:.2f} MiB, {shell['queuedBytes'] / 2**20:.2f} MiB queued")
                if not is_sanitized():
                    self.assertLess(grown, 4 << 20)
                # The other direction is not held up by it.
                client.send(BINARY, b"^C")
                self.assertEqual(leg.message(), (BINARY, b"^C"))
                sender.total = sent + (8 << 20)
                got = 0
                while got < sender.total:
                    opcode, payload = client.frame()
                    if opcode != BINARY:
                        client.send(PONG, payload)
                        continue
                    self.assertEqual(payload, content(got, len(payload)))
                    got += len(payload)
                sender.join()
                dropped = [c["dropped"] for c in relayd.connections()]
                self.assertEqual(set(dropped), {0})
                leg.send(CLOSE, b"\x03\xe8")
                self.assertEqual(client.close_code(answer=True, pings=True), 1001)

    def test_what_waits_for_it_arrives_after_the_host_has_gone(self):
        with ShellRelayd(["--workers", "1"]) as relayd:
            host, client, leg, _ = relayd.pair("gone", receive_buffer=16 * 1024)
            with host, client, leg:
                talk(client, leg)
                for i in range(12):
                    leg.send(BINARY, content(i * BLOCK, BLOCK))
                leg.send(CLOSE, b"\x03\xe8")
                with self.assertRaises(Closed):
                    while True:
                        leg.fill()
                time.sleep(0.3)
                for i in range(12):
                    self.assertEqual(client.message(), (BINARY, content(i * BLOCK, BLOCK)))
                self.assertEqual(client.close_code(answer=True), 1001)


def content(start, size):
    """The bytes of a stream from there on: each place has its own."""
    first = start // 8
    words = b"".join(i.to_bytes(8, "big") for i in range(first, (start + size) // 8 + 1))
    return words[start - first * 8:][:size]


class Sender(threading.Thread):
    """The host: sends as fast as the relay takes it, until `total` bytes."""

    def __init__(self, leg):
        super().__init__(daemon=True)
        self.leg = leg
        self.sent = 0
        self.total = 1 << 40

    def run(self):
        self.leg.socket.settimeout(60 * SLOWNESS)
        while self.sent < self.total:
            size = min(BLOCK, self.total - self.sent)
            self.leg.socket.sendall(frame(BINARY, content(self.sent, size)))
            self.sent += size


class Secrets(unittest.TestCase):
    def test_secrets_of_shells_are_changed_by_sighup_and_two_are_accepted(self):
        import os
        import signal
        import tempfile
        with tempfile.TemporaryDirectory() as directory:
            files = {name: os.path.join(directory, name) for name in ("now", "before")}

            def write(**texts):
                for name, text in texts.items():
                    with open(os.open(files[name], os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
                        file.write(text)

            write(now=SHELL_SECRET, before=SHELL_SECRET)
            with ShellRelayd(["--shell-secret-file", files["now"], "--shell-previous-secret-file", files["before"]],
                             env={"JUMP_RELAY_SECRET": None}) as relayd:
                relayd.host("a").socket.close()
                write(now="another secret of shells, long enough too")
                relayd.send_signal(signal.SIGHUP)
                key = shell_token("a", "host", "another secret of shells, long enough too")
                wait_until(lambda: relayd.ask("a", key)[0] == 200)
                relayd.host("a").socket.close()
                self.assertEqual(relayd.ask("a", sign({"topic": "a"}, SECRET))[0], 401)


if __name__ == "__main__":
    sys.argv = [argument for argument in sys.argv if argument != "--long"]
    main()
