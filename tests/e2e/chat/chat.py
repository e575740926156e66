# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that others wrote chat through relayd: everybody on a topic with everybody, on several topics at once."""
import asyncio
import random
import unittest

from chat_peers import NodePeer, PythonPeer, seen
from relay_e2e import Relayd, main

LIMIT = 10 * 1024 * 1024
WORDS = ("Grüße", "κόσμε", "한국어", "שלום", "😀👩‍🔬", "naïve", "plain", "\u0000", "\uFFFF", "\U0010FFFF")
MESSAGES = 30  # per peer


def chatter(rng, name):
    """What a peer has to say: text and binary of many sizes, each with its name, so that no two are the same."""
    messages = []
    for number in range(MESSAGES):
        start = f"{name} {number} "
        if rng.random() < 0.5:
            messages.append(start + " ".join(rng.choices(WORDS, k=rng.randrange(1, 200))))
        else:
            messages.append(start.encode() + rng.randbytes(rng.choice((0, 1, 100, 1000, 8000))))
    return messages


class Chat(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        asyncio.get_running_loop().set_debug(False)  # unittest's default tells of every callback over 0.1 s
        self.relayd = self.enterContext(Relayd())
        self.peers = []

    async def join(self, kind, name, path):
        peer = await kind(name).open(self.relayd.url(path))
        self.peers.append(peer)
        return peer

    async def asyncTearDown(self):
        codes = await asyncio.gather(*(peer.close() for peer in self.peers))
        self.assertEqual(codes, [1000] * len(self.peers), "everybody leaves in good order")
        for peer in self.peers:
            self.assertEqual(peer.unread(), 0, f"{peer.name} got more than it should")

    async def assert_hears(self, peer, said):
        """The peer hears all that these others have said, each one in its order, and nothing else."""
        author = {seen(message): (name, i) for name, messages in said.items() for i, message in enumerate(messages)}
        heard = {name: [] for name in said}
        for _ in author:
            message = await peer.receive()
            self.assertIn(message, author, f"{peer.name} heard what nobody said to it")
            name, number = author[message]
            heard[name].append(number)
        for name, messages in said.items():
            self.assertEqual(heard[name], list(range(len(messages))), f"{peer.name} hears {name} in order")

    async def test_everybody_with_everybody_on_two_topics_at_once(self):
        rng = random.Random(6455)
        rooms = {}
        for path in ("/bi/lab-one", "/bi/gr%C3%BC%C3%9Fe/zwei"):
            for number in range(2):
                for kind in (PythonPeer, NodePeer):
                    name = f"{kind.__name__} {number} on {path}"
                    rooms.setdefault(path, {})[name] = await self.join(kind, name, path)
        said = {name: chatter(rng, name) for room in rooms.values() for name in room}

        async def speak(peer):
            for message in said[peer.name]:
                await peer.send(message)
                await asyncio.sleep(0)  # let the others speak in between

        await asyncio.gather(*(speak(peer) for peer in self.peers))
        await asyncio.gather(*(self.assert_hears(peer, {name: said[name] for name in room if name != peer.name})
                               for room in rooms.values() for peer in room.values()))

    async def test_every_size_and_type_arrives_as_it_was_sent(self):
        peers = [await self.join(kind, f"{kind.__name__} {number}", "/bi/sizes")
                 for number in range(2) for kind in (PythonPeer, NodePeer)]
        rng = random.Random(10)
        sizes = (0, 1, 125, 126, 127, 65535, 65536, 1024 * 1024, LIMIT - 1, LIMIT)
        messages = [rng.randbytes(size) for size in sizes]
        messages += ["", "a", " ".join(WORDS), "é" * 63, "€" * 30000, "😀" * (LIMIT // 4)]
        for number, message in enumerate(messages):
            for sender in peers[:2] if len(message) > 1024 * 1024 else peers:
                await sender.send(message)
                for peer in peers:
                    if peer is not sender:
                        self.assertEqual(await peer.receive(), seen(message), f"message {number} at {peer.name}")

    async def test_in_reaches_out_and_out_reaches_nobody(self):
        senders = [await self.join(kind, f"in {kind.__name__}", "/in/demo") for kind in (PythonPeer, NodePeer)]
        readers = [await self.join(kind, f"out {kind.__name__}", "/out/demo") for kind in (PythonPeer, NodePeer)]
        other = await self.join(PythonPeer, "out other", "/out/other")
        for reader in readers:
            await reader.send(f"from {reader.name}, for nobody")
            await reader.send(b"\x00for nobody")
        rng = random.Random(2)
        said = {sender.name: chatter(rng, sender.name) for sender in senders}
        for sender in senders:
            for message in said[sender.name]:
                await sender.send(message)
        for reader in readers:
            await self.assert_hears(reader, said)
        # Those who send to the same topic hear one another, but nobody hears himself.
        for sender, others in zip(senders, reversed(senders)):
            await self.assert_hears(sender, {others.name: said[others.name]})
        # What the readers sent came before all of this; had it gone anywhere, it would have been heard first.
        self.assertEqual(other.unread(), 0)


if __name__ == "__main__":
    main()
