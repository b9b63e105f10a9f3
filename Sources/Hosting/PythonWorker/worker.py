"""Answers gradecheck's questions with a student's Python code.

    python3 -s -B -X utf8 worker.py inspect PLUGIN... -- FOLDER
    python3 -s -B -X utf8 worker.py serve PLUGIN FOLDER

`inspect` parses the files below FOLDER, runs none of them, and prints as JSON which cannot be parsed
and which of their functions would answer the questions of each plug-in. `serve` speaks gradecheck's
wire protocol: it reads questions from descriptor 3 and writes answers to descriptor 4.

A plug-in says how a course's own functions answer the questions of an assignment; what it may use
is under "What plug-ins use". Of a student's file only the definitions are run: imports, functions,
classes and simple assignments, so that no training run starts and no plot opens.

Needs Python 3.8 and NumPy, of any version.
"""

import __future__
import ast
import builtins
import copy
import functools
import gc
import importlib.abc
import importlib.util
import io
import json
import os
import random
import re
import struct
import sys
import tokenize
import types
import warnings

VERSION = 1
LONGEST_DESCRIPTION = 1000
REQUESTS, RESPONSES = 3, 4


# --- Source files -------------------------------------------------------------------------------


class Piece:
    """A stretch of source that is parsed by itself: a file, or one cell of a notebook."""

    def __init__(self, label, text):
        self.label, self.body, self.error, self.python2 = label, [], None, None
        try:
            tree = ast.parse(text.replace("\0", ""), label)
            if re.search(r"\.(iter(items|keys|values)|has_key)\s*\(", text):
                tree = Renewal().visit(tree)
            self.body = tree.body
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            line, column = getattr(error, "lineno", 1) or 1, getattr(error, "offset", 1) or 1
            message = getattr(error, "msg", None) or "it is nested too deeply"
            self.error = {"line": line, "column": max(column, 1), "message": message}
            self.python2 = python2_sign(text)


class Renewal(ast.NodeTransformer):
    """Calls what Python 3 has in the place of methods that dictionaries had in Python 2."""

    renamed = {"iteritems": "items", "iterkeys": "keys", "itervalues": "values"}

    def visit_Call(self, node):
        self.generic_visit(node)
        name, count = getattr(node.func, "attr", None), len(node.args)
        if name in self.renamed and count == 0:
            node.func.attr = self.renamed[name]
        elif name == "has_key" and count == 1:
            node.func.attr = "__contains__"
        return node


class Source:
    """One file of a submission: its pieces, and what they define at the top level.

    It is read and parsed when somebody asks for them: most files of a repository need not be.
    """

    def __init__(self, folder, name):
        self.name, self.path = name, os.path.join(folder, name)
        self.is_package = os.path.basename(name) == "__init__.py"
        # A package goes by the name of its folder.
        place = os.path.dirname(name) if self.is_package else os.path.splitext(name)[0]
        self.stem, self.dotted = os.path.basename(place), place.replace(os.sep, ".")
        self._bytes = self._pieces = self._definitions = None

    @property
    def bytes(self):
        if self._bytes is None:
            with open(self.path, "rb") as file:
                self._bytes = file.read()
        return self._bytes

    @property
    def pieces(self):
        if self._pieces is None:
            text = decoded(self.bytes)
            notebook = self.name.endswith(".ipynb")
            self._pieces = cells(self.name, text) if notebook else [Piece(self.name, text)]
        return self._pieces

    @property
    def labels(self):
        """What errors call the pieces that are parsed so far."""
        return [piece.label for piece in self._pieces or []]

    @property
    def definitions(self):
        if self._definitions is None:
            self._definitions = {}
            for piece in self.pieces:
                self._note(piece.body)
        return self._definitions

    def _note(self, statements):
        for statement in statements:
            if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
                self._definitions[statement.name] = statement
            elif isinstance(statement, ast.Assign):
                function = self._function(statement.value)
                for target in statement.targets:
                    if isinstance(target, ast.Name) and function is not None:
                        self._definitions[target.id] = function
            elif isinstance(statement, ast.ImportFrom):
                for alias in statement.names:
                    if alias.asname:
                        self._definitions[alias.asname] = alias
            elif isinstance(statement, (ast.If, ast.Try)):
                for block in ("body", "orelse", "finalbody"):
                    self._note(getattr(statement, block, []))

    def _function(self, value):
        """What defines the function that an assignment gives another name; None for other values."""
        if isinstance(value, ast.Lambda):
            return value
        if isinstance(value, ast.Name):
            return self._definitions.get(value.id)
        if isinstance(value, ast.Attribute) and isinstance(value.value, ast.Name):
            of_class = isinstance(self._definitions.get(value.value.id), ast.ClassDef)
            return value if of_class else None
        if isinstance(value, ast.Call):
            maker = getattr(value.func, "attr", getattr(value.func, "id", None))
            return value if maker in ("partial", "vectorize") else None
        return None

    @functools.lru_cache(None)
    def accepts(self, name, count):
        """Whether it defines the function `name`, callable with `count` arguments.

        `Net.loss` is a class `Net` with a method `loss`, however that is called.
        """
        name, _, method = name.partition(".")
        if name.encode() not in self.bytes:
            return False
        definition = self.definitions.get(name)
        if method:
            return isinstance(definition, ast.ClassDef) and any(
                isinstance(s, ast.FunctionDef) and s.name == method for s in definition.body)
        if definition is None or isinstance(definition, ast.ClassDef):
            return False
        if isinstance(definition, (ast.Attribute, ast.Call, ast.alias)):
            return True  # How it may be called is seen when it is.
        return count is None or takes(definition, count)

    @functools.lru_cache(None)
    def owner(self, name, count):
        """The class with a method `name` that is callable with `count` arguments beside self."""
        if count is None or name.encode() not in self.bytes:
            return None
        for definition in self.definitions.values():
            for method in definition.body if isinstance(definition, ast.ClassDef) else ():
                if isinstance(method, ast.FunctionDef) and method.name == name:
                    marks = {getattr(mark, "id", None) for mark in method.decorator_list}
                    if takes(method, count + ("staticmethod" not in marks)):
                        return definition.name
        return None


def takes(definition, count):
    """Whether a function can be called with so many arguments."""
    given = definition.args
    most = len(getattr(given, "posonlyargs", [])) + len(given.args)
    return most - len(given.defaults) <= count and (count <= most or given.vararg is not None)


def decoded(raw):
    """A file's text, in the encoding that its first lines declare."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
        return raw.decode(encoding)
    except (SyntaxError, UnicodeError):
        # Of whatever alphabet, the code itself is ASCII.
        return raw.decode("latin-1")


def cells(name, text):
    """The code cells of a notebook, with magics and shell lines taken out."""
    try:
        notebook = json.loads(text)
        found = notebook.get("cells") or notebook["worksheets"][0]["cells"]
        codes = [cell for cell in found if cell["cell_type"] == "code"]
        texts = ["".join(cell.get("source", cell.get("input", ""))) for cell in codes]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        piece = Piece(name, "")
        piece.error = {"line": 1, "column": 1, "message": "it is no notebook"}
        return [piece]
    return [
        Piece("%s, cell %d" % (name, number), without_magics(cell))
        for number, cell in enumerate(texts, 1)
    ]


def without_magics(cell):
    lines = cell.split("\n")
    if re.match(r"%%(writefile|file)\s.*\.py\s*$", lines[0]):
        return "\n".join(["pass"] + lines[1:])
    if lines[0].startswith("%%") and not re.match(r"%%(time|timeit|capture)\b", lines[0]):
        return ""
    magic = re.compile(r"^(\s*)(?:[%!?].*|[\w.]+\?{1,2}\s*|\w+\s*=\s*[%!].*)$")
    return "\n".join(magic.sub(r"\1pass", line) for line in lines)


def python2_sign(text):
    """What shows that a text that is no Python 3 is Python 2, such as "line 3: print ..."."""
    signs = [
        r"^\s*print\s+[^\s=(]", r"^\s*print\s*\(.*\)\s*%", r"^\s*except\s+[\w.()\s,]+,\s*\w+\s*:",
        r"^\s*raise\s+\w+\s*,", r"^\s*exec\s+[\"'\w]", r"<>", r"\b0[0-7]+\b(?!\.)", r"`\w+`",
        r"\bur['\"]", r"^\s*print\s*>>",
    ]
    for number, line in enumerate(text.split("\n"), 1):
        if any(re.search(sign, line) for sign in signs):
            return "line %d: %s" % (number, line.strip()[:60])
    return None


def sources(folder):
    """All Python files and notebooks below a folder, in an order that depends on names alone."""
    names = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "__")))
        names += [
            os.path.relpath(os.path.join(place, file), folder)
            for file in files if file.endswith((".py", ".ipynb")) and not file.startswith(".")
        ]
    return [Source(folder, name) for name in sorted(names)]


# --- Imports ------------------------------------------------------------------------------------


class Absent(types.ModuleType):
    """Stands for a package that is not there, and for anything in it, until somebody needs it."""

    loading = False
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Absent("%s.%s" % (self.__name__, name))

    def __call__(self, *arguments, **options):
        if not Absent.loading:
            raise ModuleNotFoundError(
                "'%s' was called, and this package is not there for grading" % self.__name__)
        # While files are loaded, calls are decorators.
        if len(arguments) == 1 and not options and isinstance(arguments[0], types.FunctionType):
            return arguments[0]
        return self

    def __mro_entries__(self, bases):
        return ()


class Drawing(Absent):
    """Stands for what draws, and for all that it gives: nothing is drawn while grading."""

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Drawing("%s.%s" % (self.__name__, name))

    def __call__(self, *arguments, **options):
        return super().__call__(*arguments, **options) if Absent.loading else self

    def __iter__(self):
        return iter((self, self))

    def __getitem__(self, place):
        return self

    def __setitem__(self, place, value):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class Imports(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds what student code imports: its own files first, then the files that courses ship."""

    # The package of the student's files: deep enough for any number of dots in a relative import,
    # and with a name that no file can be imported by.
    home = "the-submission.of.a.student"
    # Drawing and frameworks: slow to import where they are there, and never what is graded.
    drawing = {"matplotlib", "pylab", "IPython", "seaborn", "tkinter"}
    never = drawing | {"tensorflow", "keras", "torch", "tqdm"}
    # What code imports that shall run under Python 2 as well, or show how far it is.
    bridges = {
        "past.builtins": {"xrange": range, "basestring": str, "unicode": str},
        "six.moves": {"xrange": range, "range": range, "zip": zip, "map": map, "input": input},
    }
    progress = {
        "tqdm": lambda it=(), *_, **__: it, "trange": lambda *ends, **_: range(*ends)}
    progress["tqdm_notebook"] = progress["tqdm"]
    for name in ("tqdm", "tqdm.auto", "tqdm.notebook"):
        bridges[name] = progress

    def __init__(self, files, helpers):
        self.files, self.helpers, self.modules = files, helpers, {}
        # The files that are being loaded, each by the one before it.
        self.loading = []
        # Assignments that were left out because they run the student's code, by the name they give.
        self.postponed = {}

    def find_spec(self, name, path=None, target=None):
        # What is inside a package that is really there is that package's own matter, but for what
        # newer editions of it have no more.
        if name == "scipy.misc":
            return importlib.util.spec_from_loader(name, AbsentLoader(), is_package=True)
        if path:
            return None
        if (Imports.home + ".").startswith(name + "."):
            return FolderLoader.spec(name)
        top, last = name.split(".")[0], name.split(".")[-1]
        if top in Imports.never or name in Imports.bridges:
            return importlib.util.spec_from_loader(name, AbsentLoader(), is_package=True)
        same = [f for f in self.files if f.stem == last and f.name.endswith(".py")]
        exact = [f for f in same if ("." + f.dotted).endswith("." + name)]
        if exact or (same and "." in name):
            source = self.nearest(exact or same)
            return importlib.util.spec_from_loader(
                name, FileLoader(self, source), is_package=source.is_package)
        helper = os.path.join(self.helpers, last + ".py")
        if os.path.isfile(helper):
            return importlib.util.spec_from_file_location(name, helper)
        return None

    def nearest(self, found):
        """The file that lies nearest to the one that is being loaded, the first of equals."""
        here = os.path.dirname(self.loading[-1].name).split(os.sep) if self.loading else []

        def shared(source):
            return len(os.path.commonprefix([here, os.path.dirname(source.name).split(os.sep)]))

        return max(found, key=shared)

    def holds_folder(self, name):
        """Whether there is such a folder of Python files, with or without an __init__.py."""
        end = "." + name.replace(Imports.home + ".", "")
        return any(
            ("." + os.path.dirname(f.name).replace(os.sep, ".")).endswith(end)
            for f in self.files if f.name.endswith(".py"))

    def forget(self):
        """Lets go of the student's modules, so that the same names can mean other files."""
        self.modules.clear()
        for name, module in list(sys.modules.items()):
            if isinstance(getattr(module, "__loader__", None), FileLoader):
                del sys.modules[name]

    def module(self, source):
        """The module of one of the student's files."""
        if source.name not in self.modules:
            importlib.import_module(Imports.home)
            name = Imports.home + "." + re.sub(r"\W", "_", source.dotted)
            spec = importlib.util.spec_from_loader(name, FileLoader(self, source))
            module = importlib.util.module_from_spec(spec)
            sys.modules[name] = module
            spec.loader.exec_module(module)
        return self.modules[source.name]


class FileLoader(importlib.abc.Loader):
    """Runs the definitions of one file, once, whatever it is imported as."""

    def __init__(self, imports, source):
        self.imports, self.source = imports, source

    def create_module(self, spec):
        return self.imports.modules.get(self.source.name)

    def exec_module(self, module):
        if self.source.name in self.imports.modules:
            return
        self.imports.modules[self.source.name] = module
        was, Absent.loading = Absent.loading, True
        self.imports.loading.append(self.source)
        try:
            for piece in self.source.pieces:
                run_definitions(piece, module.__dict__, self.imports.postponed)
        finally:
            self.imports.loading.pop()
            Absent.loading = was


class FolderLoader(importlib.abc.Loader):
    """Makes a package of a folder that has no __init__.py."""

    @staticmethod
    def spec(name):
        return importlib.util.spec_from_loader(name, FolderLoader(), is_package=True)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass


class AbsentLoader(importlib.abc.Loader):
    def create_module(self, spec):
        kind = Drawing if spec.name.split(".")[0] in Imports.drawing else Absent
        return kind(spec.name)

    def exec_module(self, module):
        module.__dict__.update(Imports.bridges.get(module.__name__, {}))
        if module.__name__ in ("scipy.special", "scipy.misc"):
            module.__dict__.update(special_functions())


def special_functions():
    """The functions of scipy.special that networks are written with, where there is no SciPy."""
    def logsumexp(a, axis=None, keepdims=False):
        top = np.max(a, axis=axis, keepdims=True)
        total = np.log(np.sum(np.exp(a - top), axis=axis, keepdims=True)) + top
        return total if keepdims else np.squeeze(total, axis=axis)[()]

    def log_softmax(x, axis=None):
        return x - logsumexp(x, axis=axis, keepdims=True)

    return {
        "expit": lambda x: np.exp(-np.logaddexp(0, -np.asarray(x))), "logsumexp": logsumexp,
        "log_softmax": log_softmax, "softmax": lambda x, axis=None: np.exp(log_softmax(x, axis)),
    }


class AbsentFinder(importlib.abc.MetaPathFinder):
    """The last to be asked: what nobody found is absent, which is no error until it is used."""

    def __init__(self, imports):
        self.imports = imports

    def find_spec(self, name, path=None, target=None):
        if self.imports.holds_folder(name):
            return FolderLoader.spec(name)
        if not Absent.loading and not name.startswith(Imports.home.split(".")[0]):
            return None
        if not is_asked_by_student():
            return None  # A package that does without another must be told that it is not there.
        return importlib.util.spec_from_loader(name, AbsentLoader(), is_package=True)


def is_asked_by_student():
    """Whether the import statement that is being carried out stands in a file of the student's."""
    frame = sys._getframe(1)
    while frame is not None:
        name = frame.f_globals.get("__name__", "")
        if frame.f_globals is not globals() and name.split(".")[0] not in (
                "importlib", "_frozen_importlib", "_frozen_importlib_external"):
            return isinstance(frame.f_globals.get("__loader__"), FileLoader)
        frame = frame.f_back
    return False


# --- Running definitions only -------------------------------------------------------------------


def run_definitions(piece, namespace, postponed):
    """Runs what a piece defines, statement by statement; one that fails costs itself alone."""
    flags = 0
    for statement in piece.body:
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            for alias in statement.names:
                flags |= getattr(getattr(__future__, alias.name, None), "compiler_flag", 0)
            continue
        kept = definition(statement, namespace)
        body = [kept or statement]
        code = compile(ast.Module(body, []), piece.label, "exec", flags=flags, dont_inherit=True)
        if kept is None:
            for name in names_given(statement):
                postponed[name] = (code, namespace)
            continue
        try:
            exec(code, namespace)
        except (Exception, SystemExit):
            pass  # Whoever needs what is missing now will say so, by its name.


def names_given(statement):
    if not isinstance(statement, (ast.Assign, ast.AnnAssign)):
        return []
    targets = getattr(statement, "targets", None) or [statement.target]
    return [n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)]


def definition(statement, namespace):
    """The statement without what is no definition; None where nothing is left."""
    if isinstance(statement, (
            ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return statement
    if isinstance(statement, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
        return statement if is_simple(statement.value, namespace) else None
    if isinstance(statement, (ast.If, ast.Try)):
        if isinstance(statement, ast.If) and not is_simple(statement.test, namespace):
            return None
        for block in ("body", "orelse", "finalbody"):
            kept = [definition(s, namespace) for s in getattr(statement, block, [])]
            setattr(statement, block, [s for s in kept if s is not None])
        for handler in getattr(statement, "handlers", []):
            kept = [definition(s, namespace) for s in handler.body]
            handler.body = [s for s in kept if s is not None] or [placed(ast.Pass(), handler)]
        statement.body = statement.body or [placed(ast.Pass(), statement)]
        return statement
    return None


def placed(node, at):
    return ast.copy_location(node, at)


def is_simple(value, namespace):
    """Whether an expression calls nothing but functions of packages: no function of the student's."""
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Lambda) or node is None:
            continue
        if isinstance(node, ast.Call):
            root = node.func
            while isinstance(root, (ast.Attribute, ast.Call)):
                root = root.value if isinstance(root, ast.Attribute) else root.func
            known = namespace.get(root.id) if isinstance(root, ast.Name) else None
            home = known if isinstance(known, types.ModuleType) else sys.modules.get(
                getattr(known, "__module__", None))
            package = known is not None and not isinstance(
                getattr(home, "__loader__", None), FileLoader)
            harmless = isinstance(root, ast.Name) and known is None and root.id in (
                "range", "xrange", "list", "dict", "tuple", "set", "len", "float", "int", "max",
                "min", "sum", "abs", "str", "bool", "zip")
            if not (package or harmless or isinstance(root, ast.Constant)):
                return False
        waiting += ast.iter_child_nodes(node)
    return True


# --- What plug-ins use --------------------------------------------------------------------------


class Missing(Exception):
    """There is no such function yet, or its body is still the starter's."""


class Question:
    """How the functions of a course answer one question."""

    def __init__(self, answer, names, parameters, gives, files):
        self.answer, self.names, self.parameters = answer, names, parameters
        self.gives, self.files = gives, files


@functools.lru_cache(None)
def plugin_code(path):
    """The files of a plug-in, compiled: plugin.py, then plugin+dropout.py and its like beside it.

    Whoever forks workers compiles them for all.
    """
    folder, name = os.path.split(path)
    start = name[:-len(".py")] + "+"
    parts = sorted(part for part in os.listdir(folder or ".")
                   if part.startswith(start) and part.endswith(".py"))
    codes = []
    for part in [path] + [os.path.join(folder, part) for part in parts]:
        with open(part, "rb") as file:
            codes.append(compile(file.read(), part, "exec"))
    return codes


class Plugin:
    """What a plug-in file says, and the student whose functions it calls."""

    def __init__(self, path, files, imports):
        self.questions, self.files, self.imports = {}, files, imports
        self.conventions = []
        # The functions that were found for an answer, and those left for a copy in another file.
        self.used, self.left = [], set()
        self.module = types.ModuleType("gradecheck")
        self.module.question = self.question
        self.module.find = self.find
        self.module.convention = self.conventions.append
        self.module.Missing = Missing
        sys.modules["gradecheck"] = self.module
        self.path = path
        self.load()

    def load(self):
        """Runs the plug-in's code, which then remembers nothing of the student's."""
        names = {"__name__": "plugin"}
        for code in plugin_code(self.path):
            exec(code, names)

    def question(self, name, *names, parameters=None, gives=1, files=()):
        """Says that the function below answers the question `name`.

        It is called with the student's function of the first of `names` that there is (callable
        with so many `parameters`, or with as many as a list has for each name, preferably from one
        of `files`), and with the question's inputs by their names. It returns a dictionary of
        outputs. The student's function is checked to give so many values; 0 means that what it
        returns does not matter. A name such as `Net.loss` finds the class `Net` where it has that
        method; `gives` must be 0 then.
        """

        def note(answer):
            self.questions[name] = Question(answer, names, parameters, gives, files)
            return answer

        return note

    def source(self, names, parameters=None, files=()):
        in_order = sorted(self.files, key=lambda f: os.path.basename(f.name) not in files)
        counts = parameters if isinstance(parameters, list) else [parameters] * len(names)
        # Nobody who writes functions means a method.
        for holds in (Source.accepts, Source.owner):
            for name, count in zip(names, counts):
                for source in in_order:
                    if (name, source.name) not in self.left and holds(source, name, count):
                        self.used.append((name, count, source))
                        return name, source, count
        return None, None, None

    def find(self, *names, parameters=None, gives=1, files=()):
        """The student's function of the first of these names that there is; Missing if none is."""
        name, source, count = self.source(names, parameters, files)
        function = None
        if source is not None:
            module = self.imports.module(source)
            function = getattr(module, name.partition(".")[0], None)
            if function is None:
                function = method(getattr(module, str(source.owner(name, count)), None), name)
        if not callable(function):
            raise Missing(names[0])
        return checked(function, name, gives)

    def answer(self, name, inputs):
        while True:
            given = copy.deepcopy(inputs)
            try:
                return self.one_answer(name, given), given
            except Exception as error:
                if not is_from_starter(error) or not self.leaves_starter():
                    raise

    def leaves_starter(self):
        """Whether other files have the functions as well: a repository may hold the starter too."""
        left = {
            (name, source.name) for name, parameters, source in self.used
            if any(other is not source and (name, other.name) not in self.left
                   and other.accepts(name, parameters) for other in self.files)
        }
        self.left |= left
        if left:
            self.imports.forget()
        return bool(left)

    def one_answer(self, name, inputs):
        question = self.questions.get(name)
        if question is None:
            raise Missing(name)
        del self.conventions[:], self.used[:]
        function = None
        if question.names:
            function = self.find(
                *question.names, parameters=question.parameters, gives=question.gives,
                files=question.files)
        outputs = question.answer(function, **inputs)
        if all(value is None for value in outputs.values()):
            raise Missing(name)
        return outputs


def method(owner, name):
    """A method of a class, of an object where it needs one; layers keep nothing in theirs."""
    if not isinstance(owner, type):
        return None
    try:
        return getattr(owner(), name)
    except Exception:
        return getattr(object.__new__(owner), name, None)


class WrongReturn(Exception):
    """A function returned something else than its course asks for."""


def checked(function, name, gives):
    """The function, with what it returns checked for the number of values."""
    if gives == 0:
        return function

    @functools.wraps(function)  # A plug-in may ask for the parameters' names.
    def call(*arguments, **options):
        result = function(*arguments, **options)
        parts = result if isinstance(result, (tuple, list)) else (result,)
        if all(part is None for part in parts):
            raise Missing(name)
        if gives == 1:
            # A comma behind what is returned makes it a tuple.
            return result[0] if isinstance(result, tuple) and len(result) == 1 else result
        if len(parts) != gives:
            raise WrongReturn(
                "%s returned %s; its course asks for %d values" % (
                    name, "one value" if len(parts) == 1 else "%d values" % len(parts), gives))
        return tuple(parts)

    return call


# --- The wire -----------------------------------------------------------------------------------

ELEMENTS = {"F64": "<f8", "F32": "<f4", "I64": "<i8", "U32": "<u4"}
GENERATOR = {"key": "U32", "cursor": "I64", "gaussian": "F64"}


def read_exactly(count):
    parts = []
    while count > 0:
        part = os.read(REQUESTS, min(count, 1 << 20))
        if not part:
            return None
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def read_frame():
    """The next frame's metadata and arrays, or None at the end of the requests."""
    prefix = read_exactly(8)
    if prefix is None:
        return None
    header = json.loads(read_exactly(struct.unpack("<Q", prefix)[0]).decode("utf-8"))
    metadata = header.pop("__metadata__", {})
    data = read_exactly(max([entry["data_offsets"][1] for entry in header.values()] or [0]))
    arrays = {}
    for name, entry in header.items():
        start, end = entry["data_offsets"]
        array = np.frombuffer(data[start:end], ELEMENTS[entry["dtype"]])
        arrays[name] = array.reshape(entry["shape"]).astype(array.dtype.newbyteorder("="))
    return metadata, arrays


def write_frame(metadata, arrays):
    header, data, offset = {"__metadata__": metadata}, [], 0
    for name in sorted(arrays):
        kind, array = arrays[name]
        raw = np.asarray(array, ELEMENTS[kind], order="C").tobytes()
        header[name] = {
            "dtype": kind, "shape": list(np.shape(array)),
            "data_offsets": [offset, offset + len(raw)],
        }
        data.append(raw)
        offset += len(raw)
    text = json.dumps(header).encode("ascii")
    text += b" " * (-len(text) % 8)
    frame = struct.pack("<Q", len(text)) + text + b"".join(data)
    while frame:
        frame = frame[os.write(RESPONSES, frame):]


def inputs_of(metadata, arrays):
    """A question's inputs: arrays, plain numbers, texts and generators."""
    inputs = {key[5:]: text for key, text in metadata.items() if key.startswith("text:")}
    for key in metadata:
        if key.startswith("random:"):
            name = key[7:]
            state = [arrays.pop("%s.%s" % (name, part)) for part in GENERATOR]
            generator = np.random.RandomState()
            generator.set_state(
                ("MT19937", state[0], int(state[1][0]), int(state[1][1]), float(state[2])))
            inputs[name] = generator
    for name, array in arrays.items():
        inputs[name] = float(array) if array.ndim == 0 else array
    return inputs


def frame_of(outputs):
    """An answer's metadata and arrays."""
    metadata, arrays = {}, {}
    for name, value in outputs.items():
        if isinstance(value, str):
            metadata["text:" + name] = value
        elif isinstance(value, np.random.RandomState):
            _, key, position, has_gauss, gauss = value.get_state()
            metadata["random:" + name] = "MT19937"
            arrays[name + ".key"] = ("U32", key)
            arrays[name + ".cursor"] = ("I64", [position, has_gauss])
            arrays[name + ".gaussian"] = ("F64", gauss)
        elif value is not None:
            arrays[name] = numbers(name, value)
    return metadata, arrays


def numbers(name, value):
    array = np.asarray(value)
    try:
        # Complex numbers would lose a part of theirs without a word.
        if array.dtype.kind == "O":
            array = np.asarray(array, float)
    except (TypeError, ValueError):
        pass
    if array.dtype.kind not in "fiub":
        raise WrongReturn("%s is no array of real numbers" % name)
    return "F32" if array.dtype.itemsize < 8 and array.dtype.kind == "f" else "F64", array


# --- Serving ------------------------------------------------------------------------------------


def old_names():
    """Names that older editions of NumPy and Python had, for code that was written for them."""
    for name, meaning in {
            "xrange": range, "unicode": str, "basestring": str, "long": int, "raw_input": input,
            "reduce": functools.reduce}.items():
        setattr(builtins, name, meaning)
    old = {
        "float": float, "int": int, "bool": bool, "object": object, "str": str, "complex": complex,
        "long": int, "float_": np.float64, "complex_": np.complex128, "unicode_": np.str_,
        "string_": np.bytes_, "product": np.prod, "cumproduct": np.cumprod, "alltrue": np.all,
        "sometrue": np.any, "Inf": np.inf, "Infinity": np.inf, "infty": np.inf, "PINF": np.inf,
        "NINF": -np.inf, "NaN": np.nan, "row_stack": np.vstack, "round_": np.round,
        "mat": np.asmatrix,
        "in1d": lambda a, *rest, **options: np.isin(np.ravel(a), *rest, **options),
        "asfarray": lambda a, dtype=float: np.asarray(a, dtype),
        "asscalar": lambda array: array.item(), "trapz": getattr(np, "trapezoid", None),
        "msort": lambda array: np.sort(array, axis=0), "rank": np.ndim, "alen": len,
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Some are still there, and say that they will not be.
        for name, meaning in old.items():
            if not hasattr(np, name):
                setattr(np, name, meaning)


def answer(plugin, name, inputs):
    """The outputs and the inputs as the call left them.

    An assignment that was left out is made up for when the student's code turns out to need it.
    """
    postponed = plugin.imports.postponed
    while True:
        try:
            return plugin.answer(name, inputs)
        except NameError as error:
            missing = re.search(r"name '(\w+)' is not defined", str(error))
            if missing is None or missing.group(1) not in postponed:
                raise
            code, namespace = postponed.pop(missing.group(1))
            exec(code, namespace)
            plugin.load()


def respond(plugin, metadata, arrays):
    """The answer's or the failure's metadata and arrays."""
    try:
        inputs = inputs_of(metadata, arrays)
        outputs, given = answer(plugin, metadata["name"], inputs)
        head, values = frame_of(outputs)
        for key, value in inputs.items():
            if hasattr(value, "shape") and not np.array_equal(value, given[key]):
                head["changed:" + key] = ""
        for convention in plugin.conventions:
            head["convention:" + convention] = ""
        head["kind"] = "answer"
        return head, values
    except MemoryError:
        sys.stderr.write("failed to allocate memory\n")
        sys.stderr.flush()
        os.abort()
    except SystemExit as end:
        sys.stdout.flush()
        os._exit(end.code if isinstance(end.code, int) else 1)
    except BaseException as error:
        if is_from_starter(error):
            return {"kind": "failure", "reason": "notImplemented"}, {}
        words = described(error, [label for f in plugin.files for label in f.labels])
        return {
            "kind": "failure", "reason": "threw", "description": words[:LONGEST_DESCRIPTION]}, {}


def is_from_starter(error):
    """Whether a starter's body was left as it is: some raise a plain Exception('Not implemented')."""
    if isinstance(error, (Missing, NotImplementedError)):
        return True
    return type(error) is Exception and re.fullmatch(
        r"\W*not (yet )?implemented( yet)?\W*", str(error), re.IGNORECASE) is not None


def described(error, labels):
    """An error in one line, with the student's own line that it came from."""
    words = str(error) if isinstance(error, WrongReturn) else "%s: %s" % (
        type(error).__name__, error)
    place, trace = None, error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename in labels:
            place = (code.co_filename, trace.tb_lineno, code.co_name)
        trace = trace.tb_next
    return words if place is None else "%s (%s, line %d, in %s)" % ((words,) + place)


def serve(path, folder):
    plugin = None
    sys.stdout.reconfigure(line_buffering=True)
    write_frame({"kind": "hello", "version": str(VERSION), "contract": "Python"}, {})
    while True:
        frame = read_frame()
        if frame is None or frame[0].get("kind") != "question":
            break
        metadata, arrays = frame
        if plugin is None:
            plugin = open_plugin(path, folder)
        head, values = respond(plugin, metadata, arrays)
        head["nonce"] = metadata["nonce"]
        # What was printed while answering must have left the process before the answer does.
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except Exception:
                pass
        write_frame(head, values)
    os._exit(0)


def open_plugin(path, folder):
    files = sources(folder)
    imports = Imports(files, os.path.join(os.path.dirname(path), "helpers"))
    sys.meta_path.insert(0, imports)
    sys.meta_path.append(AbsentFinder(imports))
    old_names()
    # Whoever draws without a seed of their own draws the same next year.
    random.seed(0)
    np.random.seed(0)
    return Plugin(path, files, imports)


def inspect_folder(paths, folder):
    gc.disable()  # Syntax trees hold no cycles, and looking for some triples the time.
    files = sources(folder)
    report = {"files": [], "plugins": [], "names": [], "parameters": []}
    for source in files:
        errors = [
            dict(piece.error, file=piece.label) for piece in source.pieces if piece.error]
        old = [p.python2 for p in source.pieces if p.error and p.python2]
        report["files"].append(
            {"name": source.name, "errors": errors, "python2": old[0] if old else None,
             "functions": sorted(source.definitions)})
    # A plug-in's functions need NumPy; what they are called does not.
    sys.modules["numpy"] = Absent("numpy")
    for path in paths:
        plugin = Plugin(path, files, None)
        report["plugins"].append({
            name: plugin.source(question.names, question.parameters, question.files)[0]
            for name, question in plugin.questions.items()
        })
        report["names"].append(
            {name: q.names[0] for name, q in plugin.questions.items() if q.names})
        report["parameters"].append(
            {name: q.parameters[0] if isinstance(q.parameters, list) else q.parameters
             for name, q in plugin.questions.items() if q.names})
    print(json.dumps(report))


def run(arguments):
    """Does what the command line says."""
    if arguments[0] == "inspect":
        split = arguments.index("--")
        inspect_folder(arguments[1:split], arguments[split + 1])
    else:
        serve(*arguments[1:])


if __name__ == "__main__":
    sys.path.pop(0)  # The folder of this file holds nothing that a student may import.
    if sys.argv[1] == "serve":
        import numpy as np
    run(sys.argv[1:])
