# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the .ts files of Qt and says what is wrong with a translation."""
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass

PLACEHOLDER = re.compile(r"%L?(?:\d{1,2}|n)")
TAG = re.compile(r"</?\w+[^<>]*>|&\w+;")
ACCELERATOR = re.compile(r"&(?!&)(?=\w)")
ENDS = ("…", ".", ":")
PLURAL_FORMS = {"ar": 6}  # by language; Qt's rules are in its manual
USUAL_PLURAL_FORMS = 2


@dataclass(frozen=True)
class Key:
    """What makes a message another one."""
    context: str
    source: str
    comment: str
    has_plural: bool


@dataclass
class Message:
    key: Key
    forms: list[str]
    state: str  # "" is finished


def read(path):
    """The messages of a .ts file by key."""
    messages = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for element in context.iter("message"):
            has_plural = element.get("numerus") == "yes"
            key = Key(context.findtext("name"), element.findtext("source"), element.findtext("comment", ""), has_plural)
            translation = element.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] if has_plural else [translation.text or ""]
            messages[key] = Message(key, forms, translation.get("type", ""))
    return messages


def differences(old, new):
    """What reading the sources anew would change in a file: (new messages, vanished messages)."""
    gone = {key for key, message in old.items() if message.state in ("vanished", "obsolete")}
    return sorted(map(str, new.keys() - old.keys())), sorted(map(str, (old.keys() - new.keys()) | gone))


def faults(message, language=""):
    """Sentences about one message of a language, none if it is in order."""
    plural_forms = PLURAL_FORMS.get(language, USUAL_PLURAL_FORMS)
    if message.state:
        return [f"is {message.state}"]
    found = []
    if message.key.has_plural and len(message.forms) != plural_forms:
        found.append(f"has {len(message.forms)} plural forms instead of {plural_forms}")
    for form in message.forms:
        found += faults_of(message.key.source, form)
    return found


def faults_of(source, text):
    if not text.strip():
        return ["is empty"]
    found = []
    for what, pattern in (("placeholders", PLACEHOLDER), ("tags", TAG)):
        wanted, there = (Counter(pattern.findall(one)) for one in (source, text))
        if wanted != there:
            found.append(f"has other {what}: {sorted(there.elements())} instead of {sorted(wanted.elements())}")
    for end in ENDS:
        if strip_tags(source).endswith(end) != strip_tags(text).endswith(end):
            found.append(f"differs in whether it ends with '{end}'")
    if source.count("\n") != text.count("\n") or text != text.strip():
        found.append("has other line breaks or blanks at its ends")
    if len(ACCELERATOR.findall(TAG.sub("", text))) > len(ACCELERATOR.findall(TAG.sub("", source))):
        found.append("has an accelerator too many")
    return found


def strip_tags(text):
    return TAG.sub("", text).rstrip()


def polite(text):
    """Words that the window does not use: it says what happened, then what to do."""
    return re.findall(r"!|\b(?:bitte|please|Ihnen|oops)\b", text, re.IGNORECASE)
