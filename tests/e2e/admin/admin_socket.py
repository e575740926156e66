# SPDX-License-Identifier: GPL-3.0-or-later
"""Who owns the socket, what is left of it, and that a bad client harms nobody."""
import os
import signal
import socket
import stat
import subprocess
import unittest

from adminwire import AdminError, AdminWire
from relay_e2e import Relayd, clean_environment, main, program, wait_until


def second_relayd(path):
    return subprocess.run([program("relayd"), "--listen", "127.0.0.1:0", "--admin-socket", path], capture_output=True,
                          text=True, timeout=15, env=clean_environment())


class Socket(unittest.TestCase):
    def test_second_relayd_names_the_first(self):
        with Relayd() as relayd:
            second = second_relayd(relayd.admin_socket)
            self.assertNotEqual(second.returncode, 0)
            self.assertIn(f"another relayd (pid {relayd.pid}) owns {relayd.admin_socket}", second.stdout + second.stderr)
            with AdminWire(relayd.admin_socket) as admin:  # the first is as it was
                self.assertEqual(admin.call("server.info")["pid"], relayd.pid)

    def test_leftover_of_a_crash_is_replaced(self):
        with Relayd() as relayd:
            relayd.stop(signal.SIGKILL)
            self.assertTrue(stat.S_ISSOCK(os.stat(relayd.admin_socket).st_mode))
            second = subprocess.Popen([program("relayd"), "--listen", "127.0.0.1:0", "--admin-socket", relayd.admin_socket],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=clean_environment())
            try:
                def answers():
                    with AdminWire(relayd.admin_socket) as admin:
                        return admin.call("server.info")["pid"] == second.pid
                wait_until(answers, 10)
            finally:
                second.terminate()
                self.assertEqual(second.wait(10), 0)
            self.assertFalse(os.path.exists(relayd.admin_socket))

    def test_mode_and_end(self):
        with Relayd() as relayd:
            self.assertEqual(stat.S_IMODE(os.stat(relayd.admin_socket).st_mode), 0o660)
            with AdminWire(relayd.admin_socket) as admin:
                relayd.send_signal(signal.SIGTERM)
                last = admin.line()
                self.assertEqual(last["method"], "goingDown")
                self.assertIsNone(admin.line())
            self.assertEqual(relayd.stop(), 0)
            self.assertFalse(os.path.exists(relayd.admin_socket))

    def test_a_socket_that_is_not_ours_stays(self):
        with Relayd() as relayd:
            os.unlink(relayd.admin_socket)
            other = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            other.bind(relayd.admin_socket)
            self.assertEqual(relayd.stop(), 0)
            self.assertTrue(os.path.exists(relayd.admin_socket))
            other.close()

    def test_path_too_long_is_said_early(self):
        with Relayd() as relayd:
            done = second_relayd(os.path.join(relayd.directory, "x" * 120 + ".sock"))
            self.assertNotEqual(done.returncode, 0)
            self.assertIn("107", done.stdout + done.stderr)

    def test_directory_that_others_may_write_to_is_refused(self):
        with Relayd() as relayd:
            loose = os.path.join(relayd.directory, "loose")
            os.mkdir(loose)
            os.chmod(loose, 0o777)
            done = second_relayd(os.path.join(loose, "admin.sock"))
            self.assertNotEqual(done.returncode, 0)
            self.assertIn("others may write", done.stdout + done.stderr)

    def test_nothing_before_session_open(self):
        with Relayd() as relayd, AdminWire(relayd.admin_socket, open_session=False) as admin:
            self.assertEqual(admin.hello["method"], "hello")
            self.assertEqual(admin.hello["params"]["server"]["pid"], relayd.pid)
            with self.assertRaises(AdminError) as error:
                admin.call("connections.list")
            self.assertEqual(error.exception.kind, "NotOpen")

    def test_bad_lines_end_only_that_session(self):
        with Relayd() as relayd, AdminWire(relayd.admin_socket) as good:
            for bad in (b"hello\n", b"[]\n", b"x" * 70_000, b"\xff\xfe{}\n"):
                with AdminWire(relayd.admin_socket) as admin:
                    try:
                        admin.send(bad)
                        self.assertEqual(admin.line()["error"]["data"]["class"], "ParseError")
                        self.assertIsNone(admin.line())
                    except (BrokenPipeError, ConnectionResetError):
                        pass  # it was closed while we still wrote
            self.assertGreater(good.call("server.ping")["at"], 0)

    @unittest.skipIf(os.geteuid() != 0, "needs root to become another user")
    def test_a_stranger_is_turned_away(self):
        with Relayd() as relayd:
            os.chmod(relayd.directory, 0o755)
            os.chmod(relayd.admin_socket, 0o666)
            script = "import socket,sys\ns=socket.socket(socket.AF_UNIX)\ns.connect(sys.argv[1])\nprint(s.makefile().readline())"
            done = subprocess.run(["/usr/bin/python3", "-c", script, relayd.admin_socket], capture_output=True, text=True,
                                  user=65534, group=65534, extra_groups=[], timeout=20)
            self.assertIn('"NotPermitted"', done.stdout, done.stderr)


if __name__ == "__main__":
    main()
