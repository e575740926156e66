# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the tree. Each gives a list of sentences about what breaks it; empty is well."""
import fnmatch
from pathlib import Path

from sourcetree import PROGRAMS, walk

# Which programs' folders a program's files may include.
MAY_SEE = {
    "common": {"common"},
    "client": {"common", "client"},
    "gui": {"common", "client", "gui"},
    "server": {"common", "server"},
}

DRAWING = {"Gui", "Widgets", "Svg", "SvgWidgets", "PrintSupport", "OpenGL", "OpenGLWidgets", "QCustomPlot"}
WIDGETS = {"Widgets", "SvgWidgets", "PrintSupport", "OpenGLWidgets", "QCustomPlot"}
SOCKETS = {"Network", "WebSockets"}

# (files, modules they must never see, not even through another header of ours). The first word is a glob of paths.
MUST_NOT_SEE = [
    ("server/*", DRAWING),
    ("client/*", DRAWING),
    ("common/*", DRAWING | SOCKETS),
    ("server/hub/*", SOCKETS),
    ("server/tls/*", SOCKETS),
    ("gui/models/*", WIDGETS | SOCKETS),
    ("gui/chart/samplehistory.*", DRAWING | SOCKETS),
    ("gui/chart/scale.*", DRAWING | SOCKETS),
    ("gui/chart/timewindow.*", DRAWING | SOCKETS),
    ("gui/chart/serverhistory.*", DRAWING | SOCKETS),
    ("gui/graph/rowlayout.*", WIDGETS | SOCKETS),
    ("gui/graph/routegraph.*", WIDGETS | SOCKETS),
    ("gui/graph/graphbuilder.*", WIDGETS | SOCKETS),
    ("gui/graph/folding.*", WIDGETS | SOCKETS),
    ("gui/chart/*", SOCKETS),
    ("gui/graph/*", SOCKETS),
    ("gui/views/*", SOCKETS),
    ("gui/palette/*", SOCKETS),
    ("gui/connect/*", DRAWING),
]

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
LICENSED = (".h", ".cpp", ".py", ".js", ".mjs", ".css", ".html", ".cmake", ".sh", "CMakeLists.txt")
COUNTED = (".h", ".cpp", ".py", ".js", ".mjs", ".css", ".html", ".cmake", ".sh")
SOFT_LINES, HARD_LINES = 300, 500


def wrong_directions(sources):
    complaints = []
    for source in sources.values():
        program = source.path.split("/")[0]
        for include in source.own:
            if include.endswith(".moc") or include.startswith("ui_"):
                continue
            if include not in sources:
                complaints.append(f'{source.path}: "{include}" is no file of the tree; name it from the root')
            elif include.split("/")[0] not in MAY_SEE[program]:
                complaints.append(f'{source.path}: {program} must not see "{include}"')
    return complaints


def module_of(header, modules):
    if header.endswith("qcustomplot.h"):
        return "QCustomPlot"
    return modules.get(header)


def seen_modules(path, sources, modules, known=None):
    """Qt modules that a file sees, directly or through headers of the tree: {module: the way to it}."""
    known = {} if known is None else known
    if path in known:
        return known[path]
    known[path] = {}  # headers that include one another end here
    source = sources[path]
    seen = {}
    for header in source.foreign:
        if module_of(header, modules):
            seen.setdefault(module_of(header, modules), f"<{header}>")
    for include in source.own:
        if include in sources:
            for module, way in seen_modules(include, sources, modules, known).items():
                seen.setdefault(module, f"{include} > {way}")
    known[path] = seen
    return seen


def forbidden_modules(sources, modules, rules=None):
    complaints = []
    for pattern, forbidden in MUST_NOT_SEE if rules is None else rules:
        for path in sorted(fnmatch.filter(sources, pattern)):
            for module, way in sorted(seen_modules(path, sources, modules).items()):
                if module in forbidden:
                    complaints.append(f"{path}: {pattern} must not see Qt {module}, which comes by {way}")
    return complaints


def rules_without_files(sources):
    """A rule that matches nothing proves nothing: a file was renamed or a folder emptied."""
    return [f"{pattern}: no file is there for this rule any more; mend the list in rules.py"
            for pattern, _ in MUST_NOT_SEE if not fnmatch.filter(sources, pattern)]


def folders_without_target(sources, targets):
    complaints = []
    libraries = {}
    for target in targets:
        if target.kind == "library":
            libraries.setdefault(target.folder, []).append(target.name)
    for folder in sorted({source.folder for source in sources.values()}):
        if folder in PROGRAMS:  # the program's own main.cpp
            continue
        expected = "relay_" + folder.replace("/", "_")
        if libraries.get(folder) != [expected]:
            complaints.append(f"{folder}: its CMakeLists.txt must declare one library, {expected}; "
                              f"it declares {', '.join(libraries.get(folder, [])) or 'none'}")
    return complaints


def _closure(names, by_name):
    """The targets and, transitively, what they hand on."""
    reached, todo = set(), list(names)
    while todo:
        name = todo.pop()
        if name not in reached:
            reached.add(name)
            todo += by_name[name].public if name in by_name else []
    return reached


def undeclared_dependencies(sources, targets):
    by_name = {target.name: target for target in targets}
    by_folder = {target.folder: target for target in targets}
    used_outside = {include for source in sources.values() for include in source.own
                    if include in sources and sources[include].folder != source.folder}
    complaints = []
    for source in sources.values():
        target = by_folder.get(source.folder)
        if target is None:
            continue  # said by folders_without_target
        is_public = source.is_header and source.path in used_outside
        declared = target.public if is_public else target.public | target.private
        reached = {by_name[name].folder for name in _closure(declared, by_name) if name in by_name}
        for include in source.own:
            folder = sources[include].folder if include in sources else source.folder
            if folder != source.folder and folder not in reached:
                word = "DEPENDS (its header hands it on)" if is_public else "DEPENDS or PRIVATE_DEPENDS"
                complaints.append(f'{source.path}: "{include}" is used, but {target.name} does not name '
                                  f"relay_{folder.replace('/', '_')} in its {word}")
    return complaints


def dependency_cycles(targets):
    by_name = {target.name: target for target in targets}
    complaints = []
    for target in targets:
        direct = (target.public | target.private) & by_name.keys()
        reached, todo = set(), list(direct)
        while todo:
            name = todo.pop()
            if name not in reached:
                reached.add(name)
                todo += (by_name[name].public | by_name[name].private) & by_name.keys()
        if target.name in reached:
            complaints.append(f"{target.folder}: {target.name} depends on itself through "
                              f"{', '.join(sorted(direct & reached))}")
    return complaints


def without_licence(root):
    complaints = []
    for path in walk(root):
        if path.endswith(LICENSED):
            head = Path(root, path).read_text(encoding="utf-8").splitlines()[:3]
            if not any(SPDX in line for line in head):
                complaints.append(f"{path}: no line with {SPDX} at its top")
    return complaints


def long_files(root):
    """Two lists: files over the soft limit, and complaints about those over the hard one."""
    warnings, complaints = [], []
    for path in walk(root):
        if path.endswith(COUNTED):
            lines = len(Path(root, path).read_text(encoding="utf-8").splitlines())
            if lines > HARD_LINES:
                complaints.append(f"{path}: {lines} lines, {HARD_LINES} are the limit; one subject a file")
            elif lines > SOFT_LINES:
                warnings.append(f"{path}: {lines} lines, more than {SOFT_LINES}")
    return warnings, complaints
