# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that dependencies run one way: common <- client <- gui and common <- server (docs/architecture.md).

    layering.py SOURCE_DIRECTORY QT_HEADERS

First the rules are tried on small trees with one planted fault each, and on a copy of the real tree with a wrong
include planted; then on the tree itself. Long files are warned of.
"""
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
import rules  # noqa: E402
import sourcetree  # noqa: E402

ROOT = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[3])
QT_HEADERS = Path(sys.argv[2] if len(sys.argv) > 2 else "/usr/include/x86_64-linux-gnu/qt6")
QT = sourcetree.qt_modules(QT_HEADERS)


class Tree(unittest.TestCase):
    """A temporary tree for one test."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="layering")
        self.addCleanup(directory.cleanup)
        self.root = Path(directory.name)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def target(self, folder, *depends, private=()):
        name = "relay_" + folder.replace("/", "_")
        self.write(f"{folder}/CMakeLists.txt", f"# {rules.SPDX}\nrelay_add_library({name}\n    SOURCES a.cpp # a\n"
                   f"    DEPENDS Qt6::Core {' '.join(depends)}\n    PRIVATE_DEPENDS {' '.join(private)})\n")

    def complaints(self, rule, *more):
        return rule(sourcetree.read_sources(self.root), *more)


class PlantedFaults(Tree):
    def test_programs_see_one_way_only(self):
        names = {program: f"{program}/x/{program}.h" for program in sourcetree.PROGRAMS}
        for path in names.values():
            self.write(path, "")
        allowed = {("client", "common"), ("gui", "common"), ("gui", "client"), ("server", "common")}
        for program in sourcetree.PROGRAMS:
            for other in sourcetree.PROGRAMS:
                self.write(f"{program}/x/a.cpp", f'#include "{names[other]}"\n')
                good = program == other or (program, other) in allowed
                self.assertEqual(len(self.complaints(rules.wrong_directions)), 0 if good else 1, (program, other))
                (self.root / f"{program}/x/a.cpp").unlink()

    def test_tests_are_not_seen_and_includes_name_the_folder(self):
        self.write("common/x/b.h", "")
        self.write("common/x/a.cpp", '#include "tests/x.h"\n# include "b.h"\n#include "a.moc"\n')
        self.assertEqual(len(self.complaints(rules.wrong_directions)), 2)

    def test_comments_are_no_includes(self):
        self.write("common/x/a.cpp", '/*\n#include "gui/x/g.h"\n*/\n// #include "gui/x/g.h"\n')
        self.assertEqual(self.complaints(rules.wrong_directions), [])

    def test_modules_are_seen_through_headers(self):
        self.write("server/x/far.h", "#include <QtWidgets/QLabel>\n")
        self.write("server/x/near.h", '#include "server/x/far.h"\n#include "server/y/round.h"\n')
        self.write("server/y/round.h", '#include "server/x/near.h"\n')
        self.write("server/hub/a.cpp", '#include "server/x/near.h"\n')
        found = self.complaints(rules.forbidden_modules, QT, [("server/hub/*", rules.DRAWING)])
        self.assertEqual(len(found), 1)
        self.assertIn("server/x/near.h > server/x/far.h > <QtWidgets/QLabel>", found[0])

    def test_every_rule_about_modules_bites(self):
        sample = {"Network": "QTcpSocket", "WebSockets": "QWebSocket", "Gui": "QColor", "Widgets": "QLabel",
                  "Svg": "QSvgRenderer", "QCustomPlot": "qcustomplot.h"}
        for pattern, forbidden in rules.MUST_NOT_SEE:
            for module, header in sample.items():
                path = pattern.replace(".*", ".h") if ".*" in pattern else pattern.replace("*", "x/a.cpp")
                self.write(path, f"#include <{header}>\n")
                found = self.complaints(rules.forbidden_modules, QT, [(pattern, forbidden)])
                self.assertEqual(len(found), 1 if module in forbidden else 0, (pattern, module))
                (self.root / path).unlink()

    def test_folder_needs_its_target(self):
        self.write("common/x/a.cpp", "")
        self.target("common/y")
        self.write("common/y/a.cpp", "")
        targets = sourcetree.read_targets(self.root)
        found = self.complaints(rules.folders_without_target, targets)
        self.assertEqual(len(found), 1)
        self.assertTrue(found[0].startswith("common/x: "), found)

    def test_dependencies_must_be_declared(self):
        self.target("common/a")
        self.target("common/b", "relay_common_a")
        self.target("common/c", private=["relay_common_a"])
        for name in "abc":
            self.write(f"common/{name}/{name}.h", "")
        cases = [(["relay_common_b"], [], 0), ([], ["relay_common_b"], 0), ([], ["relay_common_c"], 1), ([], [], 1)]
        for public, private, count in cases:
            self.target("common/d", *public, private=private)
            self.write("common/d/a.cpp", '#include "common/a/a.h"\n')
            targets = sourcetree.read_targets(self.root)
            self.assertEqual(len(self.complaints(rules.undeclared_dependencies, targets)), count, (public, private))

    def test_public_header_needs_a_public_dependency(self):
        self.target("common/a")
        self.target("common/b", private=["relay_common_a"])
        self.write("common/a/a.h", "")
        self.write("common/b/b.h", '#include "common/a/a.h"\n')
        targets = sourcetree.read_targets(self.root)
        self.assertEqual(self.complaints(rules.undeclared_dependencies, targets), [], "nobody else includes b.h")
        self.target("common/c", "relay_common_b")
        self.write("common/c/a.cpp", '#include "common/b/b.h"\n')
        targets = sourcetree.read_targets(self.root)
        self.assertEqual(len(self.complaints(rules.undeclared_dependencies, targets)), 1)

    def test_cycles_are_found(self):
        self.target("common/a", private=["relay_common_c"])
        self.target("common/b", "relay_common_a")
        self.target("common/c", "relay_common_b")
        self.target("common/d", "relay_common_a")
        self.assertEqual(len(rules.dependency_cycles(sourcetree.read_targets(self.root))), 3)

    def test_licence_and_length(self):
        self.write("common/x/good.h", f"// {rules.SPDX}\n" + "\n" * 299)
        self.write("common/x/bare.h", "\n" * 300)
        self.write("common/x/huge.h", f"// {rules.SPDX}\n" + "\n" * 500)
        self.write("build/x.h", "\n" * 600)
        self.assertEqual(len(rules.without_licence(self.root)), 1)
        warnings, complaints = rules.long_files(self.root)
        self.assertEqual((len(warnings), len(complaints)), (0, 1))


class PlantedInTheRealTree(Tree):
    def setUp(self):
        super().setUp()
        for program in sourcetree.PROGRAMS:
            shutil.copytree(ROOT / program, self.root / program)

    def plant(self, path, line):
        file = self.root / path
        self.assertTrue(file.is_file(), f"{path} is gone; choose another file to plant in")
        file.write_text(f"{line}\n" + file.read_text(encoding="utf-8"), encoding="utf-8")

    def test_widgets_in_the_server(self):
        self.plant("server/hub/topic.h", "#include <QWidget>")
        found = self.complaints(rules.forbidden_modules, QT)
        self.assertTrue(any(text.startswith("server/hub/topic.h: ") for text in found), found)

    def test_the_client_looking_at_the_server(self):
        self.plant("client/admin/adminclient.cpp", '#include "server/stats/feed.h"')
        self.assertTrue(self.complaints(rules.wrong_directions))

    def test_a_dependency_that_cmake_does_not_know(self):
        before = self.complaints(rules.undeclared_dependencies, sourcetree.read_targets(self.root))
        self.plant("common/ws/frameparser.cpp", '#include "common/config/load.h"')
        after = self.complaints(rules.undeclared_dependencies, sourcetree.read_targets(self.root))
        self.assertEqual(len(after), len(before) + 1)


class ThisTree(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sources = sourcetree.read_sources(ROOT)
        cls.targets = sourcetree.read_targets(ROOT)

    def none(self, complaints):
        self.assertFalse(complaints, "\n" + "\n".join(complaints))

    def test_all_programs_were_read(self):
        self.assertEqual({path.split("/")[0] for path in self.sources}, set(sourcetree.PROGRAMS))
        self.assertEqual(module_names(), {"Core", "Gui", "Network", "WebSockets", "Widgets"})

    def test_directions(self):
        self.none(rules.wrong_directions(self.sources))

    def test_modules(self):
        self.none(rules.forbidden_modules(self.sources, QT))

    def test_rules_have_files(self):
        self.none(rules.rules_without_files(self.sources))

    def test_targets(self):
        self.none(rules.folders_without_target(self.sources, self.targets))

    def test_declared_dependencies(self):
        self.none(rules.undeclared_dependencies(self.sources, self.targets))

    def test_cycles(self):
        self.none(rules.dependency_cycles(self.targets))

    def test_licence(self):
        self.none(rules.without_licence(ROOT))

    def test_length(self):
        warnings, complaints = rules.long_files(ROOT)
        for warning in warnings:
            print(f"warning: {warning}", file=sys.stderr)
        self.none(complaints)


def module_names():
    return {QT.get(header) for header in ("QObject", "QColor", "QTcpSocket", "QWebSocket", "QLabel")}


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
