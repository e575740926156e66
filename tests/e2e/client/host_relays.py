#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a relay host sends arrives: through real relays, while destinations change, relays die and tokens are renewed."""
import os
import signal
import struct
import tempfile
import time
import unittest

import tlsca
from accesstoken import SecuredRelayd, token
from hostprogram import LOSSLESS, Host, cut, is_held, pictures
from rawws import TEXT, WebSocket
from relay_e2e import Relayd, free_port, main, wait_until
from streams import PACKET, Sender, StreamTest, Viewer, packets

def numbers(data):
    """Of packets as packets() makes them."""
    return [struct.unpack(">I", packet[4:8])[0] for packet in cut(data)]


class Changes(StreamTest):
    def assert_all_once(self, count, *viewers):
        """Each packet came to one of them, and to each in order."""
        wait_until(lambda: sum(viewer.size() for viewer in viewers) >= count * PACKET, 15, f"{count} packets")
        for viewer in viewers:
            self.assert_whole_packets(viewer.messages)
            self.assertEqual(numbers(viewer.bytes()), sorted(numbers(viewer.bytes())))
        self.assertEqual(sorted(n for viewer in viewers for n in numbers(viewer.bytes())), list(range(count)))

    def test_nothing_is_lost_or_doubled_by_ten_changes_under_load(self):
        with Relayd(LOSSLESS) as first, Relayd(LOSSLESS) as second, Host() as host, \
                Viewer(first.url("/out/lab")) as one, Viewer(second.url("/out/lab")) as two, \
                Sender(host.port, "/ts/video") as camera:
            host.destination("0", "video", first.url("/in/lab"))
            sent = 0
            for i, picture in enumerate(pictures(200, 5.5, size=20)):  # 6 Mbit/s
                if i % 100 == 50 and i < 1050:
                    host.destination("0", "video", (second, first)[i // 100 % 2].url("/in/lab"))
                camera.chunk(picture)
                sent += 20
            self.assertTrue(is_held(camera))
            self.assert_all_once(sent, one, two)
            self.assertGreater(min(one.size(), two.size()), sent * PACKET // 4)
            camera.end()
            self.assertEqual(camera.totals()["packets"], sent)

    def test_changes_in_a_row_lose_nothing_either(self):
        with Relayd(LOSSLESS) as first, Relayd(LOSSLESS) as second, Host() as host, \
                Viewer(first.url("/out/lab")) as one, Viewer(second.url("/out/lab")) as two, \
                Sender(host.port, "/ts/video") as camera:
            for i in range(10):
                host.destination("0", "video", (first, second)[i % 2].url("/in/lab"))
                camera.chunk(packets(10, i * 10))
                wait_until(lambda: host.feed("video").get("bytes") == (i + 1) * 10 * PACKET)
            self.assert_all_once(100, one, two)

    def test_a_destination_is_one_of_several_and_its_change_is_no_others(self):
        with Relayd(LOSSLESS) as first, Relayd(LOSSLESS) as second, Host() as host, \
                Viewer(first.url("/out/kept")) as kept, Sender(host.port, "/ts/video") as camera:
            host.destination("kept", "video", first.url("/in/kept"))
            host.destination("moved", "video", first.url("/in/moved"))
            host.wait_open("kept", "moved")
            for i in range(10):
                camera.chunk(packets(10, i * 10))
                if i == 5:
                    host.call("DELETE", "/api/destinations/moved")
                else:
                    host.destination("moved", "video", (second, first)[i % 2].url("/in/moved"))
            self.assert_all_once(100, kept)
            self.assertEqual(host.of("kept")["connections"], 1)


class Failures(unittest.TestCase):
    def test_a_relay_that_is_killed_is_found_again(self):
        port = free_port()
        with Host() as host, WebSocket(host.port, "/ws/data") as firmware:
            with Relayd(listen=f"127.0.0.1:{port}") as relayd:
                host.destination("0", "data", relayd.url("/bi/lab"))
                host.wait_open("0")
                relayd.stop(signal.SIGKILL)
            wait_until(lambda: host.of("0")["state"] == "waiting")
            with Relayd(listen=f"127.0.0.1:{port}") as relayd, WebSocket(relayd.port, "/bi/lab") as user:
                host.wait_open("0", seconds=20)
                firmware.send(TEXT, b"back")
                self.assertEqual(user.message(), (TEXT, b"back"))
                user.send(TEXT, b"hello")
                self.assertEqual(firmware.message(), (TEXT, b"hello"))
            self.assertEqual(host.of("0")["connections"], 2)

    def test_a_host_that_is_killed_goes_on_where_it_was(self):
        with Relayd() as relayd, WebSocket(relayd.port, "/out/lab") as viewer, tempfile.TemporaryDirectory() as folder:
            with Host("--rules", f"{folder}/rules") as host:
                host.stream("stream/all", "data")
                host.destination("0", "stream/all", relayd.url("/in/lab"))
                host.wait_open("0")
                host.process.kill()
                host.process.wait()
            with Host("--rules", f"{folder}/rules") as host, WebSocket(host.port, "/ws/data") as firmware:
                host.wait_open("0")
                firmware.send(TEXT, b"again")
                self.assertEqual(viewer.message(), (TEXT, b"again"))

    def test_what_is_too_old_is_not_sent_to_a_relay_that_comes_late(self):
        port = free_port()
        with Host("--queue-age", "500ms") as host, WebSocket(host.port, "/ws/data") as firmware:
            host.destination("0", "data", f"ws://127.0.0.1:{port}/bi/lab")
            firmware.send(TEXT, b"stale")
            wait_until(lambda: host.of("0")["waiting"] == 1)
            time.sleep(1)
            with Relayd(listen=f"127.0.0.1:{port}") as relayd, WebSocket(relayd.port, "/bi/lab") as user:
                host.wait_open("0", seconds=20)
                firmware.send(TEXT, b"fresh")
                self.assertEqual(user.message(), (TEXT, b"fresh"))
                self.assertEqual(host.of("0")["dropped"], 1)


class Tokens(unittest.TestCase):
    def access(self, relayd):
        return relayd.http("/session/lab")

    def test_a_secured_relay_is_reached_with_a_token_that_nobody_sees(self):
        with SecuredRelayd() as relayd, Host() as host, WebSocket(host.port, "/ws/data") as firmware:
            secret = token("lab")
            host.destination("0", "data", self.access(relayd), token=secret)
            host.wait_open("0")
            uri = relayd.uri("lab")
            with WebSocket(relayd.port, uri[uri.index("/session"):]) as user:
                firmware.send(TEXT, b"hello")
                self.assertEqual(user.message(), (TEXT, b"hello"))
                user.send(TEXT, b"back")
                self.assertEqual(firmware.message(), (TEXT, b"back"))
            shown = host.call("GET", "/api/destinations/all")[1].decode() + str(host.figures()) + host.told()
            for part in secret.split(".")[1:]:
                self.assertNotIn(part, shown)
            self.assertNotIn("code=", shown)

    def test_a_destination_may_be_one_of_tls_that_is_trusted(self):
        with tempfile.TemporaryDirectory(prefix="rl", dir="/tmp") as folder:
            authority = tlsca.Authority(folder)
            certificate, key = authority.issue("relay")
            with SecuredRelayd(["--tls-listen", "127.0.0.1:0", "--tls-certificate", certificate, "--tls-key", key],
                               listen="none", tls=authority.context()) as relayd:
                url = f"https://127.0.0.1:{relayd.tls_port}/session/lab"
                for words, state in (([], "waiting"), (["--ca-file", authority.certificate], "open")):
                    with Host(*words) as host:
                        host.destination("0", "data", url, token=token("lab"))
                        wait_until(lambda: host.of("0")["state"] == state, 10, f"{state} with {words}")

    def test_a_token_in_a_file_is_renewed_without_a_restart(self):
        with SecuredRelayd() as relayd, Host() as host, tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/token"

            def renew(text):
                with open(path + ".new", "w", encoding="ascii") as file:
                    file.write(text + "\n")
                os.replace(path + ".new", path)

            renew(token("lab", secret="another secret, which is as long as the true one"))
            host.destination("0", "data", self.access(relayd), tokenFile=path)
            wait_until(lambda: host.of("0")["refused"], 10, "a refusal")
            renew(token("lab", exp=int(time.time()) + 3))
            host.wait_open("0", seconds=4)  # at once, not only at the next try
            wait_until(lambda: host.of("0")["state"] != "open", 15, "the end of the token")
            wait_until(lambda: host.of("0")["refused"], 15, "that the old token is refused")
            renew(token("lab"))
            host.wait_open("0", seconds=15)
            self.assertEqual(host.of("0")["connections"], 2)


if __name__ == "__main__":
    main()
