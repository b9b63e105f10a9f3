"""The momentum update.

NNUpdate changes a model in place, and where it keeps its velocities is the student's own matter.
Which form of momentum it follows is seen from how far it moves each parameter in three steps from
rest, with numbers of our own. A step is d' = m*d - rate*k*g, with k = 1 - m (a moving average of
gradients) or k = 1 (classic momentum, in any units of the velocity). Both are the same rule for
gradients in another scale, so that either can be asked for a step of the moving average: whoever
is right by the one form is right by the other. Editions without momentum have two parameters;
there a step of the moving average is two plain steps, with m*v and with (1 - m)*g.
"""

import copy
import re
import types

import numpy as np

from gradecheck import Missing, convention, find, question


# The course's network has three layers; a student's own may have two.


def weights(layers):
    return ["W%d" % layer for layer in range(1, layers + 1)]


def biases(layers):
    return ["b%d" % layer for layer in range(1, layers + 1)]


SIZES = (5, 4, 3, 2)
GRADIENTS = ["dE_d" + name for name in weights(3) + biases(3)]


@question("movingAverageUpdate", "NNUpdate", "nn_update", gives=0, files=FILES)
def moving_average_update(function, w, b, v, gradW, gradB, learningRate, momentum):
    update = Update(function, learningRate, momentum)
    if update.has_no_momentum:
        convention("momentum-none")
        new_w, new_v = update.two_steps(update.odd_one(update.weights, "plain"), w, v, gradW)
        new_b = update.bias_step(update.odd_one(update.biases, "plain"), b, gradB)
        return {"w": new_w, "b": new_b, "v": new_v}
    form = update.common_form(update.weights, ("average", "classic"))
    if form is not None:
        new_w, new_v = update.translated_step(form, w, v, gradW)
        convention("momentum-" + form)
    else:
        new_w, new_v = update.plain_step(update.odd_one(update.weights, "average"), w, v, gradW)
    form = update.common_form(update.biases, ("plain", "average", "classic"))
    if form is not None:
        name, scale = "b1", update.scale(form)
        convention("momentum-on-weights" if form == "plain" else "momentum-on-biases")
    else:
        name, scale = update.odd_one(update.biases, "plain"), 1
    return {"w": new_w, "b": update.bias_step(name, b, gradB / scale), "v": new_v}


class Update:
    """A student's update function, with one learning rate and momentum."""

    def __init__(self, function, rate, momentum):
        self.function, self.rate, self.momentum = function, rate, momentum
        self.has_no_momentum = takes(function, 2) and not takes(function, 3)
        if function not in MEMORIES:
            MEMORIES[function] = Memory(function)
        self.memory = MEMORIES[function]
        try:
            self.init = find("InitNN", "init_nn", gives=0, files=FILES)
        except Missing:
            self.init = None
        layers = 2 if made_by(self.init, SIZES) is None and made_by(self.init, SIZES[:3]) else 3
        self.weights, self.biases = weights(layers), biases(layers)
        self.is_lenient = False
        try:
            self.forms = self.seen_forms()
        except KeyError:
            # Its velocities are made elsewhere, perhaps in the training loop.
            self.is_lenient = True
            self.forms = self.seen_forms()

    # Which form it follows

    def seen_forms(self):
        rate, m, draw = 0.25, 0.625, np.random.RandomState(411)
        names = self.weights + self.biases
        run = Run(self, SIZES)
        moves, given, averaged = [], [], set()
        for _ in range(3):
            gradients = {name: draw.randn(*np.shape(run.model[name])) for name in names}
            before = {name: np.array(run.model[name]) for name in gradients}
            run.step(gradients, rate, m)
            moves.append({name: run.model[name] - before[name] for name in gradients})
            given.append(gradients)
            # The last step may be kept as the weights before it.
            self.keeps_weights = any(
                key not in names and np.array_equal(value, before["W1"])
                for key, value in run.model.items())
            averaged = averaged or {
                name for name in gradients for key, value in run.model.items()
                if key not in GRADIENTS + [name] and shape_of(value) == gradients[name].shape
                and np.allclose(value, (1 - m) * gradients[name], rtol=1e-9, atol=1e-11)
            }
        if not any(np.any(move) for step in moves for move in step.values()):
            raise Missing("NNUpdate")
        rules = {"average": (1 - m, m), "classic": (1, m), "plain": (1, 0)}
        forms = {}
        for name in names:
            forms[name] = None
            for form, (scale, kept) in rules.items():
                expected, fits = 0, True
                for move, gradients in zip(moves, given):
                    expected = kept * expected - rate * scale * gradients[name]
                    fits = fits and np.shape(move[name]) == np.shape(expected) and np.allclose(
                        move[name], expected, rtol=1e-9, atol=1e-11)
                # An average that is divided by 1 - m in the step is a mix of the two.
                if fits and not (form == "classic" and name in averaged):
                    forms[name] = form
        return forms

    def common_form(self, names, right):
        """The form that all of these follow, if it is one of the right ones."""
        forms = {self.forms[name] for name in names}
        return forms.pop() if len(forms) == 1 and forms.issubset(right) else None

    def odd_one(self, names, usual):
        """The first that is not moved as it should be."""
        wrong = [name for name in names if self.forms[name] is None]
        return (wrong or [name for name in names if self.forms[name] != usual] or names)[0]

    def scale(self, form):
        return 1 - self.momentum if form == "average" else 1

    # Steps

    def translated_step(self, form, w, v, gradient):
        """The new w and v of code that is right by some form; where it keeps v does not matter."""
        scale = self.scale(form)
        run = Run(self, layer_sizes("W1", w.shape))
        if np.any(v):
            # A first step brings the velocity to v.
            run.model["W1"] = w + self.rate * v
            run.step({"W1": v / scale}, self.rate, self.momentum)
        if not (np.any(v) and self.keeps_weights):
            run.model["W1"] = w.copy()
        run.step({"W1": gradient if form == "average" else (1 - self.momentum) * gradient},
                 self.rate, self.momentum)
        new_w = np.array(run.model["W1"])
        # Without a gradient a step shows the velocity that is left.
        if not self.keeps_weights:
            run.model["W1"] = np.zeros(w.shape)
        before = np.array(run.model["W1"])
        run.step({"W1": np.zeros(w.shape)}, self.rate, self.momentum)
        return new_w, (run.model["W1"] - before) / (-self.rate * self.momentum)

    def two_steps(self, name, w, v, gradient):
        """The new w and v of code that knows no momentum."""
        ends = []
        for start in (w, np.zeros(w.shape)):
            run = Run(self, layer_sizes(name, w.shape))
            run.model[name] = start.copy()
            run.step({name: self.momentum * v}, self.rate, self.momentum)
            run.step({name: (1 - self.momentum) * gradient}, self.rate, self.momentum)
            ends.append(run.model[name])
        return ends[0], ends[1] / -self.rate

    def plain_step(self, name, w, v, gradient):
        """The new w and v just as the code makes them."""
        sizes = layer_sizes(name, w.shape)
        key = self.velocity_key(name, sizes)
        run = Run(self, sizes)
        if key is not None and np.any(v):  # Before the first step there need not be any.
            run.model[key] = v.copy()
        run.model[name] = w.copy()
        run.step({name: gradient}, self.rate, self.momentum)
        return run.model[name], None if key is None else run.model.get(key)

    def bias_step(self, name, b, gradient):
        run = Run(self, layer_sizes(name, b.shape))
        shape = np.shape(run.model[name])
        run.model[name] = b.reshape(shape).copy()
        run.step({name: gradient.reshape(shape)}, self.rate, self.momentum)
        new = run.model[name]
        return np.reshape(new, b.shape) if np.size(new) == b.size else new

    def velocity_key(self, name, sizes):
        """Under which key the model keeps the velocity of a weight; None if it cannot be told."""
        def second_step(key):
            draw, run = np.random.RandomState(5), Run(self, sizes)
            shape = np.shape(run.model[name])
            run.step({name: draw.randn(*shape)}, self.rate, self.momentum)
            keys = [
                k for k in run.model
                if k not in self.weights + self.biases + GRADIENTS and shape_of(run.model[k]) == shape
            ]
            if key is not None:
                run.model[key] = run.model[key] + draw.randn(*shape)
            run.model[name] = np.zeros(shape)
            run.step({name: np.ones(shape)}, self.rate, self.momentum)
            return keys, run.model[name]

        keys, undisturbed = second_step(None)
        for key in keys:
            if not np.array_equal(second_step(key)[1], undisturbed):
                return key
        named = [key for key in keys if name[-1] in str(key)]
        return (named or keys or [None])[0]


def shape_of(value):
    """An array's shape; a student's model may hold anything."""
    return getattr(value, "shape", None)


class Run:
    """A model at rest, of any layer sizes, and the steps taken with it."""

    def __init__(self, update, sizes):
        self.update, layers = update, len(update.weights)
        sizes = sizes[:layers + 1]
        update.memory.restore(sizes)
        self.draw = np.random.RandomState(7)
        made = made_by(update.init, sizes) or {}
        self.model = Lenient(made, sizes) if update.is_lenient else dict(made)
        for layer in range(1, layers + 1):
            shape = (sizes[layer - 1], sizes[layer])
            self.model["W%d" % layer] = self.draw.randn(*shape)
            name = "b%d" % layer
            self.model[name] = self.draw.randn(*np.shape(made.get(name, np.zeros(shape[1]))))

    def step(self, gradients, rate, momentum):
        """One step; parameters without a gradient get any."""
        for name in self.update.weights + self.update.biases:
            gradient = gradients.get(name)
            if gradient is None:
                gradient = self.draw.randn(*np.shape(self.model[name]))
            self.model["dE_d" + name] = np.array(gradient, float)
        options = () if self.update.has_no_momentum else (momentum,)
        self.update.function(self.model, rate, *options)


def made_by(init, sizes):
    """The student's own model for these sizes, if it is one."""
    if init is None:
        return None
    hidden = list(sizes[1:-1])
    try:
        try:
            made = init(sizes[0], hidden, sizes[-1])
        except TypeError:
            made = init(sizes[0], hidden[0], sizes[-1])  # One layer's size need not be in a list.
        for layer in range(1, len(sizes)):
            if np.shape(made["W%d" % layer]) != (sizes[layer - 1], sizes[layer]):
                return None
            if np.size(made["b%d" % layer]) != sizes[layer]:
                return None
        return made
    except Exception:
        return None


def layer_sizes(name, shape):
    """Sizes of all layers for a parameter of this shape; no two weights have the same."""
    sizes, layer = [9, 8, 10, 11], int(name[-1])
    sizes[layer] = shape[-1]
    if len(shape) == 2:
        sizes[layer - 1] = shape[0]
    return tuple(sizes)


class Lenient(dict):
    """A model in which a velocity that nobody has made is zero."""

    def __init__(self, made, sizes):
        super().__init__(made)
        self.sizes = sizes

    def __missing__(self, key):
        layer = re.findall(r"[123]", str(key))
        if not layer:
            raise KeyError(key)
        layer = int(layer[-1])
        is_bias = re.search(r"(?<![A-Za-z])d?b_?%d|_b|bias" % layer, str(key))
        ends = self.sizes[layer - 1:layer + 1]
        self[key] = np.zeros(ends[1:] if is_bias else ends)
        return self[key]


# What each function kept before it was called for the first time.
MEMORIES = {}


class Memory:
    """What a function and the others of its file keep from call to call outside of the model."""

    def __init__(self, function):
        self.globals = getattr(function, "__globals__", {})
        self.known = set(self.globals)
        self.values = {
            name: copied(value) for name, value in self.globals.items()
            if not name.startswith("__") and self.is_kept(value)
        }
        functions = [function] + list(self.globals.values())
        self.functions = [
            (f, copied(f.__dict__), copied(f.__defaults__), self.cells(f)) for f in functions
            if isinstance(f, types.FunctionType) and f.__globals__ is self.globals
        ]

    def is_kept(self, value):
        """Whether it may change: data, and objects of the student's own classes."""
        return is_data(value) or type(value).__module__ == self.globals.get("__name__")

    def cells(self, function):
        """The variables that a function has from the one around it, each with its value."""
        kept = []
        for cell in function.__closure__ or ():
            try:
                if self.is_kept(cell.cell_contents):
                    kept.append((cell, copied(cell.cell_contents)))
            except ValueError:
                pass  # It holds nothing yet.
        return kept

    def restore(self, sizes):
        for name in set(self.globals) - self.known:
            del self.globals[name]
        self.globals.update(
            {name: fitting(name, copied(value), sizes) for name, value in self.values.items()})
        for function, attributes, defaults, cells in self.functions:
            function.__dict__.clear()
            function.__dict__.update(copied(attributes))
            function.__defaults__ = copied(defaults)
            for cell, value in cells:
                cell.cell_contents = copied(value)


def fitting(name, value, sizes):
    """A velocity at rest that was made for the course's own network, for these layers instead."""
    layer = re.findall("[1-%d]" % (len(sizes) - 1), name)
    if not isinstance(value, np.ndarray) or np.size(value) < 2 or np.any(value) or not layer:
        return value
    ends = sizes[int(layer[-1]) - 1:][:2]
    return np.zeros(ends if value.ndim == 2 and 1 not in value.shape else ends[1:])


def is_data(value):
    return isinstance(value, (int, float, str, list, dict, set, tuple, np.ndarray, type(None)))


def copied(value):
    try:
        return copy.deepcopy(value)
    except Exception:
        return value
