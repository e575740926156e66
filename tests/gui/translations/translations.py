# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that translations/ says all that the sources say, and says it whole.

    translations.py SOURCE_DIRECTORY LUPDATE

First the rules are tried on messages with one planted fault each, then on the files themselves.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
import messages  # noqa: E402

ROOT = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[3])
LUPDATE = sys.argv[2] if len(sys.argv) > 2 else "/usr/lib/qt6/bin/lupdate"
FOLDER = ROOT / "translations"


def message(source, *forms, state="", has_plural=False):
    return messages.Message(messages.Key("Context", source, "", has_plural), list(forms), state)


class PlantedFaults(unittest.TestCase):
    def test_a_good_message_has_none(self):
        for good in (message("&Kick", "&Trennen"), message("&Kick", "Trennen"), message("%1 of %2", "von %2 sind es %1"),
                     message("Kick…", "Trennen…"), message("<b>%1</b> lost.", "Verloren: <b>%1</b>."),
                     message("%n row(s)", "%n Zeile", "%n Zeilen", has_plural=True)):
            self.assertEqual(messages.faults(good), [], good)

    def test_every_fault_is_found(self):
        for bad in (message("Kick", ""), message("Kick", "Trennen", state="unfinished"),
                    message("Kick", "Trennen", state="vanished"), message("%1 of %2", "%1 von %1"),
                    message("%L1", "%1"), message("%n row(s)", "%n Zeilen", has_plural=True),
                    message("%n row(s)", "eine Zeile", "%n Zeilen", has_plural=True),
                    message("%n row(s)", "%n Zeile", "", has_plural=True), message("Kick…", "Trennen"),
                    message("Kick…", "Trennen..."), message("Gone.", "Weg"), message("<b>a</b>", "<b>a"),
                    message("Kick", "&Trennen"), message("a\nb", "a b"), message("Kick", "Trennen ")):
            self.assertNotEqual(messages.faults(bad), [], bad)

    def test_a_language_may_have_other_plural_forms(self):
        six = message("%n row(s)", *["%n"] * 6, has_plural=True)
        self.assertEqual(messages.faults(six, "ar"), [])
        self.assertTrue(messages.faults(six, "de"))
        self.assertTrue(messages.faults(message("%n row(s)", "%n", "%n", has_plural=True), "ar"))

    def test_polite_words_are_found(self):
        self.assertTrue(messages.polite("Bitte warten"))
        self.assertTrue(messages.polite("Getrennt!"))
        self.assertFalse(messages.polite("Arbitte Getrennt."))


class Files(unittest.TestCase):
    def setUp(self):
        self.files = sorted(FOLDER.glob("relay_*.ts"))
        self.assertLessEqual({"relay_ar.ts", "relay_de.ts", "relay_en.ts"}, {file.name for file in self.files})

    def read_anew(self, spoil=None):
        """The files as lupdate would leave them, and as they were before."""
        directory = tempfile.TemporaryDirectory(prefix="translations")
        self.addCleanup(directory.cleanup)
        for file in self.files:
            shutil.copy(file, directory.name)
        copies = [Path(directory.name) / file.name for file in self.files]
        if spoil:
            for copy in copies:
                copy.write_text(spoil(copy.read_text(encoding="utf-8")), encoding="utf-8")
        before = {copy.name: messages.read(copy) for copy in copies}
        subprocess.run([FOLDER / "update", directory.name], check=True, timeout=50, env={**os.environ, "LUPDATE": LUPDATE})
        return {copy.name: (before[copy.name], messages.read(copy)) for copy in copies}

    def test_they_have_the_texts_of_the_sources(self):
        for name, (before, after) in self.read_anew().items():
            new, vanished = messages.differences(before, after)
            self.assertEqual((new, vanished), ([], []), f"{name}: build the target update_translations, then translate")

    def test_a_text_that_the_sources_changed_is_found(self):
        for name, (before, after) in self.read_anew(lambda text: text.replace("%n selected", "%n chosen")).items():
            new, vanished = messages.differences(before, after)
            self.assertTrue(new, name)
            self.assertTrue(vanished, name)

    def test_every_message_is_translated_and_whole(self):
        found = []
        for file in self.files:
            for one in messages.read(file).values():
                found += [f"{file.name}: {one.key.context}: {one.key.source!r} {fault}" for fault in messages.faults(one, file.stem.removeprefix("relay_"))]
        self.assertEqual(found, [], "\n".join(found))

    def test_english_has_the_plural_forms_and_nothing_else(self):
        english, german = (messages.read(FOLDER / f"relay_{code}.ts") for code in ("en", "de"))
        self.assertEqual(set(english), {key for key in german if key.has_plural})
        for one in english.values():
            self.assertNotIn("(s)", "".join(one.forms), one.key.source)

    def test_it_speaks_as_the_window_does(self):
        for file in self.files:
            for one in messages.read(file).values():
                self.assertEqual(messages.polite(" ".join(one.forms)), [], f"{file.name}: {one.key.source}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
