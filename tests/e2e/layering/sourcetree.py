# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the tree: source files with their includes, and the targets that the CMakeLists.txt files declare."""
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

PROGRAMS = ("common", "client", "gui", "server")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
BLOCK_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SKIPPED_FOLDERS = {"build", "node_modules", "__pycache__"}


@dataclass
class Source:
    """A C++ file of the tree; path from the root, with slashes."""
    path: str
    own: list = field(default_factory=list)      # "common/ws/utf8.h": includes in quotes
    foreign: list = field(default_factory=list)  # "QTcpSocket": includes in angle brackets

    @property
    def folder(self):
        return self.path.rpartition("/")[0]

    @property
    def is_header(self):
        return self.path.endswith(".h")


@dataclass
class Target:
    name: str
    folder: str
    kind: str  # library or program
    public: set = field(default_factory=set)
    private: set = field(default_factory=set)


def walk(root):
    """Paths of all files of the project, from the root."""
    for directory, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders
                            if name not in SKIPPED_FOLDERS and not name.startswith((".", "build-")))
        for name in sorted(files):
            yield Path(directory, name).relative_to(root).as_posix()


def read_sources(root):
    """All C++ files below the programs' folders, by path."""
    sources = {}
    for path in walk(root):
        if path.split("/")[0] in PROGRAMS and path.endswith((".h", ".cpp")):
            text = BLOCK_COMMENT.sub(" ", Path(root, path).read_text(encoding="utf-8"))
            source = Source(path)
            for own, foreign in INCLUDE.findall(text):
                (source.own if own else source.foreign).append(own or foreign)
            sources[path] = source
    return sources


def _calls(text, function):
    """Arguments of each call of a CMake function, as lists of words."""
    text = re.sub(r"#[^\n]*", "", text)
    for call in re.finditer(rf"\b{function}\s*\(([^()]*)\)", text):
        yield re.findall(r'"[^"]*"|[^\s"]+', call.group(1))


def _sections(words):
    sections = {"": []}
    current = ""
    for word in words:
        if word in ("SOURCES", "DEPENDS", "PRIVATE_DEPENDS"):
            current = word
            sections.setdefault(current, [])
        else:
            sections[current].append(word)
    return sections


def read_targets(root):
    """Libraries and programs that relay_add_library and relay_add_program declare below the programs' folders."""
    targets = []
    for path in walk(root):
        if path.split("/")[0] not in PROGRAMS or not path.endswith("/CMakeLists.txt"):
            continue
        folder = path.rpartition("/")[0]
        text = Path(root, path).read_text(encoding="utf-8")
        for function, kind in (("relay_add_library", "library"), ("relay_add_program", "program")):
            for words in _calls(text, function):
                sections = _sections(words)
                targets.append(Target(sections[""][0], folder, kind, set(sections.get("DEPENDS", [])),
                                      set(sections.get("PRIVATE_DEPENDS", []))))
        for words in _calls(text, "target_link_libraries"):
            _add_links(targets, words)
    return targets


def _add_links(targets, words):
    target = next((target for target in targets if target.name == words[0]), None)
    if target is None:
        return
    scope = target.public
    for word in words[1:]:
        if word in ("PUBLIC", "PRIVATE", "INTERFACE"):
            scope = target.private if word == "PRIVATE" else target.public
        else:
            scope.add(word)


def qt_modules(headers_root):
    """Which module each Qt header belongs to: {"QTcpSocket": "Network", "qtcpsocket.h": "Network", ...}."""
    modules = {}
    for directory in sorted(Path(headers_root).glob("Qt*")):
        module = directory.name[2:]
        for header in directory.iterdir():
            if header.is_file():
                modules.setdefault(header.name, module)
                modules[f"{directory.name}/{header.name}"] = module
    return modules
