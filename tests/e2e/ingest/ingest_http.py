# SPDX-License-Identifier: GPL-3.0-or-later
"""Ingest over every form that HTTP gives a body, from curl and byte by byte; what is refused, and why."""
import json
import os
import subprocess
import tempfile
import time

from rawws import BINARY, Closed, WebSocket
from relay_e2e import Relayd, SLOWNESS, main, wait_until
from streams import PACKET, Sender, StreamTest, Viewer, needs, packets


def curl(*arguments, data=None):
    """Runs curl; returns the status and the body."""
    done = subprocess.run([needs("curl"), "-sS", "--max-time", "20", "-w", "\n%{http_code}", *arguments], input=data,
                          capture_output=True, timeout=30 * SLOWNESS)
    if done.returncode != 0:
        raise AssertionError(f"curl: exit {done.returncode}: {done.stderr!r}")
    body, _, status = done.stdout.rpartition(b"\n")
    return int(status), body


class Bodies(StreamTest):
    def setUp(self):
        self.relayd = self.enterContext(Relayd())

    def viewer(self, path="/out/demo"):
        return self.enterContext(Viewer(self.relayd.url(path)))

    def sender(self, path="/in/demo", **how):
        return self.enterContext(Sender(self.relayd.port, path, **how))

    def assert_totals(self, totals, data, resyncs=0, skipped=0):
        self.assertEqual(totals["bytes"], len(data))
        self.assertEqual(totals["packets"], len(data) // PACKET)
        self.assertEqual(totals["resyncs"], resyncs)
        self.assertEqual(totals["skippedBytes"], skipped)
        self.assertGreaterEqual(totals["messages"], len(data) > 0)

    def test_chunks_become_messages_and_the_end_gets_the_totals(self):
        viewer = self.viewer()
        sender = self.sender()
        data = packets(1000)
        for start in range(0, len(data), 5000):
            sender.chunk(data[start:start + 5000])
        sender.end()
        totals = sender.totals()
        viewer.wait_for(len(data))
        self.assertEqual(viewer.bytes(), data)
        self.assert_whole_packets(viewer.messages)
        self.assert_totals(totals, data)
        self.assertEqual(totals["messages"], len(viewer.messages))

    def test_extensions_and_trailers_are_passed_over(self):
        viewer = self.viewer()
        sender = self.sender()
        sender.chunk(packets(3), extension=';name="va\\"lue"; other=x')
        sender.chunk(packets(2, 3), extension=";x")
        sender.end(trailers="X-Checksum: 12\r\nX-Other: y\r\n")
        self.assert_totals(sender.totals(), packets(5))
        viewer.wait_for(5 * PACKET)
        self.assertEqual(viewer.bytes(), packets(5))

    def test_byte_by_byte(self):
        viewer = self.viewer()
        sender = self.sender()
        data = packets(4)
        wire = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (data[:100], data[100:700], data[700:])) + b"0\r\n\r\n"
        sender.send_chopped(wire, 1, pause=0)
        self.assert_totals(sender.totals(), data)
        viewer.wait_for(len(data))
        self.assertEqual(viewer.bytes(), data)
        self.assert_whole_packets(viewer.messages)

    def test_content_length_by_curl_put(self):
        viewer = self.viewer()
        # More than a megabyte, for which curl asks by Expect first, and no more than waits for a viewer that is slower.
        data = packets(6000)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "demo.ts")
            with open(path, "wb") as file:
                file.write(data)
            status, body = curl("-T", path, self.relayd.http("/in/demo"))
        self.assertEqual(status, 200, body)
        self.assert_totals(json.loads(body), data)
        viewer.wait_for(len(data))
        self.assertTrue(viewer.bytes() == data)
        self.assert_whole_packets(viewer.messages)

    def test_chunked_by_curl_from_a_pipe(self):
        viewer = self.viewer()
        data = packets(5000)
        status, body = curl("-T", "-", self.relayd.http("/in/demo"), data=data)
        self.assertEqual(status, 200, body)
        self.assert_totals(json.loads(body), data)
        viewer.wait_for(len(data))
        self.assertTrue(viewer.bytes() == data)

    def test_post_on_a_free_path_reaches_its_members(self):
        viewer = self.viewer("/bi/cam")
        status, body = curl("--data-binary", "@-", self.relayd.http("/bi/cam"), data=packets(10))
        self.assertEqual(status, 200, body)
        viewer.wait_for(10 * PACKET)
        self.assertEqual(viewer.bytes(), packets(10))

    def test_websocket_senders_see_the_video_too(self):
        with WebSocket(self.relayd.port, "/in/demo") as peer:
            sender = self.sender(length=3 * PACKET)
            sender.send_raw(packets(3))
            self.assertEqual(peer.message(), (BINARY, packets(3)))
            self.assert_totals(sender.totals(), packets(3))

    def test_continue_comes_before_the_body(self):
        sender = self.sender(length=3 * PACKET, extra=["Expect: 100-continue"])
        self.assertEqual(sender.read_until(b"\r\n\r\n"), b"HTTP/1.1 100 Continue\r\n\r\n")
        sender.send_raw(packets(3))
        self.assert_totals(sender.totals(), packets(3))

    def test_no_continue_when_it_was_not_asked_for(self):
        sender = self.sender(length=3 * PACKET)
        sender.send_raw(packets(3))
        self.assert_totals(sender.totals(), packets(3))

    def test_a_body_that_came_with_the_head(self):
        viewer = self.viewer()
        with Sender(self.relayd.port, "/in/demo", length=0) as probe:
            self.assert_totals(probe.totals(), b"")
        sender = self.enterContext(_InOneSegment(self.relayd.port, packets(7)))
        self.assert_totals(sender.totals(), packets(7))
        viewer.wait_for(7 * PACKET)

    def test_empty_bodies(self):
        self.assert_totals(self.sender(length=0).totals(), b"")
        sender = self.sender()
        sender.end()
        self.assert_totals(sender.totals(), b"")

    def test_one_packet_is_a_stream(self):
        viewer = self.viewer()
        sender = self.sender(length=PACKET)
        sender.send_raw(packets(1))
        self.assert_totals(sender.totals(), packets(1))
        viewer.wait_for(PACKET)

    def test_more_bytes_than_announced_are_not_the_streams(self):
        viewer = self.viewer()
        sender = self.sender(length=3 * PACKET)
        sender.send_raw(packets(3) + packets(3, 100))
        self.assert_totals(sender.totals(), packets(3))
        viewer.wait_for(3 * PACKET)
        time.sleep(0.1)
        self.assertEqual(viewer.bytes(), packets(3))

    def test_lost_sync_is_mended_and_counted(self):
        viewer = self.viewer()
        sender = self.sender()
        sender.chunk(packets(5))
        viewer.wait_for(5 * PACKET)
        sender.chunk(b"noise" * 100)
        sender.chunk(packets(5, 5))
        viewer.wait_for(10 * PACKET)
        sender.chunk(packets(1, 10)[:100])
        sender.chunk(packets(5, 11))
        sender.end()
        totals = sender.totals()
        self.assertEqual(totals["resyncs"], 2)
        viewer.wait_for(totals["packets"] * PACKET)
        self.assertEqual(viewer.bytes()[:10 * PACKET], packets(10))
        self.assertTrue(viewer.bytes().endswith(packets(4, 12)))
        self.assert_whole_packets(viewer.messages)
        self.assertEqual(totals["packets"] * PACKET, len(viewer.bytes()))
        self.assertEqual(totals["skippedBytes"] + totals["bytes"], 15 * PACKET + 500 + 100)

    def test_two_publishers_share_a_topic_packet_by_packet(self):
        viewer = self.viewer()
        first, second = self.sender(), self.sender()
        for i in range(50):
            first.chunk(packets(3, 3 * i))
            second.chunk(packets(3, 10_000 + 3 * i))
        for sender in (first, second):
            sender.end()
            self.assert_totals(sender.totals(), packets(150))
        viewer.wait_for(300 * PACKET)
        whole = viewer.bytes()
        numbers = [int.from_bytes(whole[at + 4:at + 8], "big") for at in range(0, len(whole), PACKET)]
        self.assertEqual([n for n in numbers if n < 10_000], list(range(150)))
        self.assertEqual([n for n in numbers if n >= 10_000], list(range(10_000, 10_150)))

    def test_a_sender_that_goes_away_leaves_nothing_torn(self):
        viewer = self.viewer()
        sender = self.sender()
        sender.chunk(packets(10) + packets(1)[:77])
        viewer.wait_for(10 * PACKET)
        sender.reset()
        again = self.sender(length=3 * PACKET)
        again.send_raw(packets(3, 50))
        again.totals()
        viewer.wait_for(13 * PACKET)
        self.assertEqual(viewer.bytes(), packets(10) + packets(3, 50))


class _InOneSegment(Sender):
    """Head and body in one write."""

    def __init__(self, port, data):
        self._body = data
        super().__init__(port, "/in/demo", length=len(data))

    def send_raw(self, data):
        super().send_raw(data + self._body)
        self._body = b""


class Refusals(StreamTest):
    @classmethod
    def setUpClass(cls):
        cls.relayd = Relayd()
        cls.relayd.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.relayd.__exit__(None, None, None)

    def refusal(self, sender):
        with sender:
            response, body = sender.answer()
        self.assertTrue(response.headers["content-type"].startswith("text/plain"))
        self.assertEqual(response.headers["connection"].lower(), "close")
        return response, body.decode()

    def test_what_is_no_transport_stream_is_415_with_the_reason(self):
        jpeg = b"\xff\xd8\xff\xe0" + bytes(5000)
        rows = [(jpeg, "0x47"), (b"G" * 100 + b"x" * 5000, "188"), (packets(2) + b"x" * 5000, "376"), (b"Go away", "188")]
        for body, hint in rows:
            with self.subTest(body=body[:8]), Viewer(self.relayd.url("/out/x")) as viewer:
                sender = Sender(self.relayd.port, "/in/x", length=len(body))
                sender.send_raw(body)
                response, text = self.refusal(sender)
                self.assertEqual(response.status, 415)
                self.assertIn("MPEG", text)
                self.assertIn(hint, text)
                self.assertEqual(viewer.messages, [])

    def test_the_refusal_does_not_wait_for_the_end_of_the_body(self):
        sender = Sender(self.relayd.port, "/in/x")
        sender.chunk(b"\x00" * 1000)
        response, text = self.refusal(sender)
        self.assertEqual(response.status, 415)
        self.assertIn("-f mpegts", text)

    def test_a_refused_sender_reads_the_reason_though_it_keeps_sending(self):
        sender = Sender(self.relayd.port, "/in/x", length=1 << 30)
        try:
            for _ in range(200):
                sender.send_raw(bytes(65536))
        except OSError:
            pass
        try:
            response, _ = self.refusal(sender)
        except Closed as closed:
            self.fail(f"the answer was lost: {closed}")
        self.assertEqual(response.status, 415)

    def test_out_is_for_viewers(self):
        for method in ("POST", "PUT"):
            response, text = self.refusal(Sender(self.relayd.port, "/out/x", method=method, length=PACKET))
            self.assertEqual(response.status, 405)
            self.assertEqual(response.headers["allow"], "GET")
            self.assertIn("/in/x", text)

    def test_refusals_by_the_head_alone(self):
        rows = [
            ("no length", dict(path="/in/x", extra=[], raw="POST /in/x HTTP/1.1\r\nHost: a\r\n\r\n"), 411, "Content-Length"),
            ("unknown expectation", dict(path="/in/x", extra=["Expect: teapot"]), 417, "100-continue"),
            ("foreign page", dict(path="/in/x", extra=["Origin: https://evil.example"]), 403, "--allow-origin"),
            ("compressed", dict(path="/in/x", extra=["Content-Encoding: gzip"]), 415, "gzip"),
            ("no name", dict(path="/in/", extra=[]), 400, "/in/"),
            ("secured mode's", dict(path="/session/x", extra=[]), 404, "secret"),
            ("a page", dict(path="/stats", extra=[]), 405, "GET"),
            ("two lengths", dict(path="/in/x", extra=["Content-Length: 5"]), 400, "Transfer-Encoding"),
        ]
        for name, how, status, hint in rows:
            with self.subTest(name):
                if "raw" in how:
                    sender = _Raw(self.relayd.port, how["raw"])
                else:
                    sender = Sender(self.relayd.port, how["path"], extra=how["extra"])
                response, text = self.refusal(sender)
                self.assertEqual(response.status, status)
                self.assertIn(hint, text)

    def test_a_broken_chunk_ends_it_with_400(self):
        sender = Sender(self.relayd.port, "/in/x")
        sender.chunk(packets(3))
        sender.send_raw(b"zz\r\n")
        response, text = self.refusal(sender)
        self.assertEqual(response.status, 400)
        self.assertIn("chunk", text)

    def test_trailers_without_end_are_bounded(self):
        sender = Sender(self.relayd.port, "/in/x")
        sender.chunk(packets(3))
        sender.send_raw(b"0\r\n" + b"X-Y: z\r\n" * 2000)
        response, _ = self.refusal(sender)
        self.assertEqual(response.status, 431)

    def test_a_page_of_this_host_may_post(self):
        with Sender(self.relayd.port, "/in/x", length=PACKET, extra=["Origin: http://localhost:8080"]) as sender:
            sender.send_raw(packets(1))
            self.assertEqual(sender.totals()["packets"], 1)

    def test_nothing_is_left_behind(self):
        before = self.relayd.descriptors()
        for _ in range(20):
            with Sender(self.relayd.port, "/in/x") as sender:
                sender.chunk(packets(3))
        wait_until(lambda: self.relayd.descriptors() <= before, 5, "descriptors given back")


class _Raw(Sender):
    def __init__(self, port, head):
        self._head = head
        super().__init__(port, "/")

    def send_raw(self, data):
        super().send_raw(self._head.encode())


if __name__ == "__main__":
    main()
