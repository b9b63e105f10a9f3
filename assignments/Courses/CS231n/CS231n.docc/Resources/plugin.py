"""Asks the code of CS231n's second assignment: layers.py, layer_utils.py, optim.py and fc_net.py.

A backward pass gets the cache of the student's own forward pass, or else that of the starter.
"""

import inspect
import re

import numpy as np

from gradecheck import Missing, convention, find, question

LAYERS, UTILS, OPTIM = ("layers.py",), ("layer_utils.py",), ("optim.py",)


# --- Affine and ReLU ----------------------------------------------------------------------------
#
# The course's inputs have any number of axes: a layer that cannot flatten them is not done.


def images(x):
    """The rows of x as small arrays: (N, D) becomes (N, d, D/d)."""
    n, size = x.shape
    first = next((d for d in range(2, size) if size % d == 0), 1)
    return x.reshape(n, first, size // first)


def rows(dx, like):
    """A gradient by images, as rows again."""
    shape = np.shape(dx)
    if shape == images(like).shape:
        convention("dx-shaped")
        return np.reshape(dx, like.shape)
    if shape == like.shape:
        convention("dx-flat")
    return dx


def of_outputs(db, w):
    """A bias gradient; of one output np.squeeze leaves a number."""
    is_number = db is not None and np.shape(db) == () and w.shape[1] == 1
    return np.reshape(db, (1,)) if is_number else db


@question("affine", "affine_forward", parameters=3, gives=2, files=LAYERS)
def affine(forward, x, w, b):
    out, _ = forward(images(x), w, b)
    return {"y": out}


@question("affineBackward", "affine_backward", parameters=2, gives=3, files=LAYERS)
def affine_backward(backward, gradY, h, w):
    x, b = images(h), np.zeros(w.shape[1])
    own = cache_of("affine_forward", x, w, b)
    dx, dw, db = first_working(backward, gradY, [own, (x, w, b)])
    return {"gradH": rows(dx, h), "gradW": dw, "gradB": of_outputs(db, w)}


@question("relu", "relu_forward", parameters=1, gives=2, files=LAYERS)
def relu(forward, z):
    out, _ = forward(z)
    return {"h": out}


@question("reluBackward", "relu_backward", parameters=2, files=LAYERS)
def relu_backward(backward, gradH, z):
    return {"gradZ": first_working(backward, gradH, [cache_of("relu_forward", z), z])}


# The sandwich ships with the course; where it is not handed in, it is made of the student's layers.


@question(
    "affineReLU", "affine_relu_forward", "affine_forward", parameters=3, gives=2,
    files=UTILS + LAYERS)
def affine_relu(_, x, w, b):
    out, _ = sandwich_forward()(images(x), w, b)
    return {"h": out}


@question(
    "affineReLUBackward", "affine_relu_backward", "affine_backward", parameters=2, gives=3,
    files=UTILS + LAYERS)
def affine_relu_backward(_, gradH, x, w, b):
    forward, image = sandwich_forward(), images(x)
    own = own_cache(forward, image, w, b)
    standard = ((image, w, b), x.dot(w) + b)
    dx, dw, db = first_working(sandwich_backward(), gradH, [own, standard])
    return {"gradX": rows(dx, x), "gradW": dw, "gradB": of_outputs(db, w)}


def sandwich_forward():
    try:
        return find("affine_relu_forward", parameters=3, gives=2, files=UTILS)
    except Missing:
        affine = find("affine_forward", parameters=3, gives=2, files=LAYERS)
        relu = find("relu_forward", parameters=1, gives=2, files=LAYERS)

        def forward(x, w, b):
            a, fc_cache = affine(x, w, b)
            out, relu_cache = relu(a)
            return out, (fc_cache, relu_cache)

        return forward


def sandwich_backward():
    try:
        return find("affine_relu_backward", parameters=2, gives=3, files=UTILS)
    except Missing:
        affine = find("affine_backward", parameters=2, gives=3, files=LAYERS)
        relu = find("relu_backward", parameters=2, files=LAYERS)

        def backward(dout, cache):
            fc_cache, relu_cache = cache
            return affine(relu(dout, relu_cache), fc_cache)

        return backward


# --- Caches -------------------------------------------------------------------------------------


def cache_of(name, *inputs):
    """The cache of a forward pass of the student's; None where there is none."""
    try:
        return own_cache(find(name, parameters=len(inputs), gives=2, files=LAYERS), *inputs)
    except Missing:
        return None


def own_cache(forward, *inputs):
    try:
        return forward(*[value.copy() for value in inputs])[1]
    except Exception:
        return None


def first_working(backward, dout, caches):
    """What a backward pass makes of the first cache that it can use."""
    caches, untouched, first_error = [c for c in caches if c is not None], dout.copy(), None
    for cache in caches:
        try:
            return backward(dout, cache)
        except (Missing, NotImplementedError):
            raise
        except Exception as error:
            first_error = first_error or error
            dout[...] = untouched
    raise first_error


# --- Losses -------------------------------------------------------------------------------------
#
# In layers.py they are losses of scores. In the first assignment they are losses of weights and
# samples, with a penalty, written with loops and once more without; those are asked with samples
# that hold a single 1 each, so that the scores are rows of the weights and nothing is rounded.

SOFTMAX = ("softmax_loss", "softmax_loss_vectorized", "softmax_loss_naive")
SVM = ("svm_loss", "svm_loss_vectorized", "svm_loss_naive")
LOSSES = LAYERS + ("softmax.py", "linear_svm.py")
ARGUMENTS = [2, 4, 4]


@question("softmaxLoss", *SOFTMAX, parameters=ARGUMENTS, gives=2, files=LOSSES)
def softmax_loss(function, scores, labels):
    return loss_answer(function, scores, labels, SOFTMAX[-1])


@question("svmLoss", *SVM, parameters=ARGUMENTS, gives=2, files=LOSSES)
def svm_loss(function, scores, labels):
    return loss_answer(function, scores, labels, SVM[-1])


def loss_answer(function, scores, labels, with_loops):
    labels = labels.astype(int)
    if takes(function, 2):
        loss, dx = function(scores, labels)
    else:
        try:
            loss, dx = LossOfWeights(function)(scores, labels)
        except Missing:
            loops = find(with_loops, parameters=4, gives=2, files=LOSSES)
            loss, dx = LossOfWeights(loops)(scores, labels)
    return {"loss": number(loss), "gradScores": dx}


def number(value):
    """An array that holds just one number is that number."""
    return np.reshape(value, ()) if value is not None and np.size(value) == 1 else value


def takes(function, count):
    """Whether it can be called with so many arguments."""
    try:
        inspect.signature(function).bind(*[None] * count)
        return True
    except TypeError:
        return False


class LossOfWeights:
    """A loss of weights, samples, labels and the strength of a penalty, as a loss of scores."""

    # So small that the penalty of weights in the thousands is still no large number.
    strength = 2.0 ** -20

    def __init__(self, function):
        self.function = function
        # In the course's first year a column was a sample.
        self.turn = np.transpose if self.takes_columns() else np.array

    def __call__(self, scores, labels):
        samples, classes = scores.shape
        # Sample i has a 1 in column i + 1; the last column is nobody's.
        x = np.eye(samples, samples + 1)[:, np.roll(np.arange(samples + 1), 1)]
        w = x.T.dot(scores)
        w[0] = np.arange(1, classes + 1) / 8
        loss, dw = self.ask(w, x, labels, self.strength)
        if not np.any(loss) and not np.any(dw):  # The starter's.
            raise Missing(self.function.__name__)
        if np.shape(dw) != w.shape:
            return loss, dw
        if samples > 1 and not np.all(np.isfinite(dw)):
            # What is no number makes all numbers none that are added to 0 times it.
            dx = [self(scores[i:i + 1], labels[i:i + 1])[1] / samples for i in range(samples)]
            return loss, np.concatenate(dx)
        share = self.share_of_penalty(loss, dw, w, self.ask(w, x, labels, 0.0))
        return (loss - share * self.strength * np.sum(w * w),
                x.dot(dw - 2 * share * self.strength * w))

    def share_of_penalty(self, loss, dw, w, without):
        """1/2 or 1, which the handouts leave open, as the loss has it, or else the gradient."""
        for found in ((loss - without[0]) / np.sum(w * w), np.mean((dw - without[1]) / w) / 2):
            for share in (0.5, 1):
                if abs(found / self.strength - share) < 1e-3:
                    return share
        return 1

    def ask(self, w, x, labels, strength):
        loss, dw = self.function(
            self.turn(w).copy(), self.turn(x).copy(), labels.copy(), strength)
        return loss, self.turn(dw)

    def takes_columns(self):
        w, x = np.ones((2, 3)), np.arange(8.0).reshape(4, 2)
        try:
            return np.shape(self.function(w, x, np.array([0, 1, 2, 1]), 0.0)[1]) != w.shape
        except Exception:
            return True


# --- Update rules -------------------------------------------------------------------------------
#
# What a rule keeps for the next step is in the config that it returns, or else in the one that it
# was given.


@question("classicUpdate", "sgd_momentum", parameters=3, gives=2, files=OPTIM)
def classic_update(function, w, v, gradW, learningRate, momentum):
    config = {"learning_rate": learningRate, "momentum": momentum}
    if np.any(v):  # Before the first step there is no velocity.
        config["velocity"] = v.copy()
    next_w, kept = step(function, w, gradW, config)
    # Where none is kept, the next step starts from rest again.
    return {"w": next_w, "v": kept.get("velocity", np.zeros_like(v))}


@question("sgdUpdate", "sgd", parameters=3, gives=2, files=OPTIM)
def sgd_update(function, w, gradW, learningRate):
    return {"w": step(function, w, gradW, {"learning_rate": learningRate})[0]}


@question("rmsPropUpdate", "rmsprop", parameters=3, gives=2, files=OPTIM)
def rmsprop_update(function, w, gradW, cache, learningRate, decayRate, epsilon):
    config = {
        "learning_rate": learningRate, "decay_rate": decayRate, "epsilon": epsilon,
        "cache": cache.copy(),
    }
    next_w, kept = step(function, w, gradW, config)
    return {"w": next_w, "cache": kept.get("cache")}


@question("adamUpdate", "adam", parameters=3, gives=2, files=OPTIM)
def adam_update(function, w, gradW, m, v, t, learningRate, beta1, beta2, epsilon):
    config = {
        "learning_rate": learningRate, "beta1": beta1, "beta2": beta2, "epsilon": epsilon,
        "m": m.copy(), "v": v.copy(), "t": int(t),
    }
    next_w, kept = step(function, w, gradW, config)
    return {"w": next_w, "m": kept.get("m"), "v": kept.get("v"), "t": kept.get("t")}


def step(function, w, gradW, config):
    """The new weights, and the config as it is afterwards."""
    next_w, returned = function(w, gradW, config)
    if next_w is None:
        raise Missing(function.__name__)
    return next_w, dict(config, **returned) if isinstance(returned, dict) else config


# --- Dropout ------------------------------------------------------------------------------------
#
# Editions differ in what p is, and students in what they keep as the mask; both are seen from what
# the forward pass does to many equal numbers.

PROBE = 2.0


@question("dropoutForward", "dropout_forward", parameters=2, gives=2, files=LAYERS)
def dropout_forward(function, x, keepProbability, mode, random):
    forward = Forward(function)
    p = forward.p(keepProbability)
    form = None
    if mode == "train":
        form = forward.form(p)
        convention("dropout-p-keep" if p == keepProbability else "dropout-p-drop")
    np.random.set_state(random.get_state())
    out, cache = forward(x, {"mode": mode, "p": p})
    random.set_state(np.random.get_state())
    mask = None if form is None else form.told(cache)
    return {"out": out, "mask": mask, "random": None if out is None else random}


@question("dropoutBackward", "dropout_backward", parameters=2, files=LAYERS)
def dropout_backward(backward, gradOut, mask, keepProbability, mode):
    caches, p = [], keepProbability
    try:
        forward = Forward(find("dropout_forward", parameters=2, gives=2, files=LAYERS))
        p = forward.p(keepProbability)
        if mode == "train":
            caches.append(forward.form(p).cache(forward, mask, {"mode": mode, "p": p}))
        else:
            caches.append(forward(np.ones(mask.shape), {"mode": mode, "p": p})[1])
    except Exception:
        caches = []
    param = {"mode": mode, "p": p}
    caches += [(param, mask)] if mode == "train" else [(param, None), (param, mask)]
    return {"gradX": first_working(backward, gradOut, caches)}


class Forward:
    """The student's forward pass, and which edition of the course it follows."""

    def __init__(self, function):
        self.function = function

    def __call__(self, x, param):
        try:
            return self.function(x, param)
        except AttributeError as error:
            # The starter's last line, when nothing has been written above it.
            if "'NoneType' object has no attribute 'astype'" in str(error):
                raise Missing("dropout_forward")
            raise

    def p(self, keep_probability):
        """What to call p so that entries are kept with this probability."""
        return 1 - keep_probability if self.takes_p_to_drop() else keep_probability

    def takes_p_to_drop(self):
        p = 0.25
        out, _ = self.tried(p)
        if np.shape(out) == (100, 100):
            out = np.asarray(out)
            share = np.mean(out != 0)
            scale = np.max(np.abs(out)) / PROBE
            for keep in (p, 1 - p):
                if abs(share - keep) < 0.25 and abs(scale * keep - 1) < 0.15:
                    return keep != p
        # Its numbers say nothing clear: what the starter says of p is still in it.
        words = " ".join((getattr(self.function, "__doc__", None) or "").split())
        return re.search(r"\bdrop(ping)? (each|a|every) neuron", words) is not None

    def tried(self, p):
        """`out` and the cache for equal numbers in train mode; chance goes on as if nothing was."""
        state = np.random.get_state()
        np.random.seed(231)
        try:
            return self(np.full((100, 100), PROBE), {"mode": "train", "p": p})
        finally:
            np.random.set_state(state)

    def form(self, p):
        """How the mask is kept for this p."""
        out, cache = self.tried(p)
        if np.shape(out) != (100, 100):
            return Form()
        kept, forms = np.asarray(out) != 0, []
        if kept.all() or not kept.any():
            return Form()  # It shows nothing of a mask.
        for path, array in arrays_in(cache, kept.shape):
            values, others = np.unique(array[kept]), np.unique(array[~kept])
            factor = np.unique(np.asarray(out)[kept])[0] / PROBE
            if len(values) == 1 and len(others) == 1 and values[0] != others[0]:
                cut = (float(values[0]) + float(others[0])) / 2
                forms.append(Form(path, values[0], others[0], factor, cut))
            # The numbers of chance themselves, compared with p in both passes.
            for cut in (p, 1 - p):
                sides = np.unique(values < cut), np.unique(others < cut)
                if len(values) > 1 and [len(s) for s in sides] == [1, 1] and sides[0] != sides[1]:
                    forms.append(Form(path, values[0], others[-1], factor, cut))
        # The starter's place, if that is one of them; out itself is the last to be taken for it.
        forms.sort(key=lambda f: (f.path != (1,), f.kept == PROBE * f.factor))
        if not forms:
            return Form()
        same = [f for f in forms if (f.kept, f.dropped) == (forms[0].kept, forms[0].dropped)]
        forms[0].copies = [f.path for f in same]
        return forms[0]


class Form:
    """Where in a cache the mask is, and what stands for kept and dropped entries."""

    def __init__(self, path=(1,), kept=None, dropped=0, factor=None, cut=None):
        self.path, self.kept, self.dropped, self.factor = path, kept, dropped, factor
        # What stands between the numbers of kept entries and those of dropped ones.
        self.cut = cut
        # All places with the mask in them, this one and others.
        self.copies = [path]
        # Ones and zeros with the division elsewhere, or a mask of what is dropped. Anything else is
        # meant as the factor itself, rightly or not.
        self.is_own = kept is not None and (dropped != 0 or (kept == 1 and factor != 1))

    def told(self, cache):
        """The mask in a cache as the factors it stands for."""
        mask = at(cache, self.path)
        if mask is None or not self.is_own:
            return mask
        is_kept = (np.asarray(mask) < self.cut) == (self.kept < self.cut)
        return np.where(is_kept, self.factor, 0)

    def cache(self, forward, mask, param):
        """A cache of the student's own with a given mask in it."""
        state = np.random.get_state()
        try:
            cache = forward(np.ones(mask.shape), param)[1]
        finally:
            np.random.set_state(state)
        own = at(cache, self.path)
        if np.shape(own) != mask.shape:
            return None
        if self.is_own:
            mask = np.where(mask != 0, self.kept, self.dropped).astype(np.asarray(own).dtype)
        for path in self.copies:
            cache = with_item(cache, path, mask)
        return cache


def arrays_in(cache, shape, path=()):
    """All arrays of a shape in a cache, with the way to each."""
    if isinstance(cache, np.ndarray):
        return [(path, cache)] if cache.shape == shape else []
    items = cache.items() if isinstance(cache, dict) else (
        enumerate(cache) if isinstance(cache, (tuple, list)) else [])
    return [found for key, item in items for found in arrays_in(item, shape, path + (key,))]


def at(cache, path):
    try:
        for key in path:
            cache = cache[key]
        return cache
    except (TypeError, KeyError, IndexError):
        return None


def with_item(cache, path, item):
    if not path:
        return item
    items = dict(cache) if isinstance(cache, dict) else list(cache)
    items[path[0]] = with_item(items[path[0]], path[1:], item)
    return tuple(items) if isinstance(cache, tuple) else items


# --- Two-layer net ------------------------------------------------------------------------------
#
# The second assignment makes it of layers, in fc_net.py; its penalty is fixed. The first one writes
# it out, in neural_net.py, where `loss` is told how strong the penalty is; in the course's first
# years it was a function there.

NETS = ("fc_net.py", "neural_net.py")
TWO_LAYERS = ("TwoLayerNet.loss", "two_layer_net")


@question("initialWeights", "TwoLayerNet.__init__", gives=0, files=NETS)
def initial_weights(net, inputs, hidden, classes, scale, random):
    sizes = [int(size) for size in (inputs, hidden, classes)]
    newer, np.random.default_rng = np.random.default_rng, lambda seed=None: np.random
    try:
        np.random.set_state(random.get_state())
        params = of_sizes(net, sizes, weight_scale=scale, std=scale).params
    finally:
        np.random.default_rng = newer
    if not params:  # The starter's.
        raise Missing("TwoLayerNet.__init__")
    w1, w2 = params.get("W1"), params.get("W2")
    shapes = [tuple(sizes[:2]), tuple(sizes[1:])]
    if [np.shape(w1), np.shape(w2)] == shapes:
        w1, w2 = in_places([w1, w2], [scale * random.randn(*shape) for shape in shapes])
    return {
        "w1": w1, "b1": in_shape_of(np.zeros(sizes[1]), params.get("b1")),
        "w2": w2, "b2": in_shape_of(np.zeros(sizes[2]), params.get("b2")),
    }


def of_sizes(net, sizes, **options):
    """A net of these sizes, with those of the options that its constructor knows."""
    known = inspect.signature(net.__init__).parameters
    return net(*sizes, **{name: value for name, value in options.items() if name in known})


def in_places(weights, drawn):
    """The weights in the order in which they were drawn, which the course leaves open."""
    own = np.concatenate([np.ravel(w) for w in weights])
    places = np.concatenate([np.ravel(d) for d in drawn])
    if not np.allclose(np.sort(own), np.sort(places), rtol=1e-12, atol=0):
        return weights
    own[np.argsort(places)] = np.sort(own)
    first = np.size(drawn[0])
    return own[:first].reshape(drawn[0].shape), own[first:].reshape(drawn[1].shape)


@question("softmaxNetScores", *TWO_LAYERS, gives=0, files=NETS)
def softmax_net_scores(net, x, **weights):
    return {"scores": TwoLayerNet(net, weights).model.loss(x)}


@question("softmaxNetLoss", *TWO_LAYERS, gives=0, files=NETS)
def softmax_net_loss(net, x, labels, regularization, **weights):
    labels = labels.astype(int)
    if has_whole_penalty(net):
        # With half the strength it is the penalty of the contract.
        convention("penalty-whole")
        regularization /= 2
    loss, grads = TwoLayerNet(net, weights, regularization).loss(x, labels)
    answer = {"loss": number(loss)}
    for name, w in weights.items():
        answer["grad" + name.upper()] = in_shape_of(w, grads.get(key(name)))
    return answer


def has_whole_penalty(net):
    """Whether a penalty that `loss` is told about has no 1/2, which editions leave open."""
    if not is_told_penalty(net):
        return False
    draw = np.random.RandomState(231)
    weights = {"w1": draw.randn(3, 4), "b1": draw.randn(4), "w2": draw.randn(4, 5),
               "b2": draw.randn(5)}
    x, labels = draw.randn(2, 3), np.array([4, 1])
    try:
        (loss, grads), (loss0, grads0) = [
            TwoLayerNet(net, weights, reg).loss(x, labels) for reg in (1, 0)]
        share = (loss - loss0) / sum(np.sum(weights[name] ** 2) for name in ("w1", "w2"))
        if abs(share - 0.5) < 1e-6 or abs(share - 1) < 1e-6:
            return bool(share > 0.75)
        # Where the loss has it neither way, the gradients may tell.
        return bool(np.allclose(grads["W1"] - grads0["W1"], 2 * weights["w1"]))
    except Exception:
        return False


def is_told_penalty(net):
    return "reg" in inspect.signature(getattr(net, "loss", net)).parameters


class FunctionNet:
    """A net that is a function of samples and parameters."""

    def __init__(self, function):
        self.function, self.params = function, {}

    def loss(self, x, *labels, **options):
        return self.function(x, self.params, *labels, **options)


class TwoLayerNet:
    """The student's net with these weights and biases, each named as the contract has it."""

    def __init__(self, net, weights, regularization=0.0):
        w1, w2 = weights["w1"], weights["w2"]
        self.model = FunctionNet(net) if inspect.isfunction(net) else of_sizes(
            net, w1.shape + w2.shape[1:], reg=regularization)
        if not hasattr(self.model, "params"):
            raise Missing("TwoLayerNet.__init__")
        for name, w in weights.items():
            self.model.params[key(name)] = w.copy()
        self.options = {"reg": regularization} if is_told_penalty(net) else {}

    def loss(self, x, labels):
        """The loss and the gradients by all parameters."""
        result = self.model.loss(x, labels, **self.options)
        if not isinstance(result, (tuple, list)) or len(result) != 2:
            raise TypeError("TwoLayerNet.loss returned no pair of loss and gradients")
        if not result[0] and not result[1]:  # The starter's.
            raise Missing("TwoLayerNet.loss")
        return result[0], result[1] or {}


def key(name):
    """What the course calls w1, b1, w2 and b2."""
    return name.replace("w", "W")


def in_shape_of(w, gradient):
    """A gradient; that of a bias may be one row, which NumPy adds to all rows as well."""
    return np.reshape(gradient, w.shape) if np.shape(gradient) == (1,) + w.shape else gradient


# --- Fully-connected net ------------------------------------------------------------------------
#
# Dropout layers are asked for elsewhere. In the net they keep and drop what the contract says,
# however the student's own draw, and whatever p means in their edition.


@question("initialize", "FullyConnectedNet.__init__", gives=0, files=NETS)
def initialize(net, sizes, scale, random):
    sizes = [int(size) for size in sizes]
    newer, np.random.default_rng = np.random.default_rng, lambda seed=None: np.random
    try:
        np.random.set_state(random.get_state())
        params = made(net, sizes, weight_scale=scale).params
    finally:
        np.random.default_rng = newer
    if not params:  # The starter's.
        raise Missing("FullyConnectedNet.__init__")
    layers = range(1, len(sizes))
    own = [params.get("W%d" % layer) for layer in layers]
    drawn = [scale * random.randn(sizes[layer - 1], sizes[layer]) for layer in layers]
    if hold_the_same(own, drawn):
        own = drawn  # In which order they are drawn is left open by the course.
    answer = {"w%d" % layer: w for layer, w in zip(layers, own)}
    for layer in layers:
        answer["b%d" % layer] = as_bias(params.get("b%d" % layer), sizes[layer])
    return answer


@question("loss", "FullyConnectedNet.loss", gives=0, files=NETS)
def loss(net, x, labels, regularization, **layers):
    return loss_and_gradients(with_layers(net, layers, reg=regularization), x, labels, layers)


@question("dropoutLoss", "FullyConnectedNet.loss", gives=0, files=NETS)
def dropout_loss(net, x, labels, keepProbability, seed, **layers):
    seed = int(seed)
    dropped = 1 - keepProbability if drops_by_default(net) else keepProbability
    model = with_layers(net, layers, seed=seed, dropout=dropped, dropout_keep_ratio=dropped)
    layer = DropoutLayer(keepProbability, seed, told=dropped)
    for space in name_spaces(net):
        for name, function in layer.functions.items():
            if name in space:
                space[name] = function
    return loss_and_gradients(model, x, labels, layers)


@question("predict", "FullyConnectedNet.loss", gives=0, files=NETS)
def predict(net, x, **layers):
    scores = with_layers(net, layers).loss(x)
    if scores is None:  # The starter's.
        raise Missing("FullyConnectedNet.loss")
    return {"labels": np.argmax(scores, axis=1)}


def loss_and_gradients(model, x, labels, layers):
    result = model.loss(x, labels.astype(int))
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        raise TypeError("FullyConnectedNet.loss returned no pair of loss and gradients")
    loss, grads = result
    if not grads and not loss:  # The starter's.
        raise Missing("FullyConnectedNet.loss")
    answer = {"loss": number(loss)}
    for name, value in layers.items():
        grad = (grads or {}).get(name.replace("w", "W"))
        answer["grad" + name.upper()] = (
            as_bias(grad, len(value)) if name.startswith("b") else grad)
    return answer


def made(net, sizes, **options):
    """A net of these sizes, with those of the options that its constructor knows."""
    known = inspect.signature(net.__init__).parameters
    options.update(input_dim=sizes[0], num_classes=sizes[-1], dtype=np.float64)
    takes_all = any(p.kind == p.VAR_KEYWORD for p in known.values())
    return net(
        list(sizes[1:-1]), **{k: v for k, v in options.items() if takes_all or k in known})


def with_layers(net, layers, **options):
    """A net with these weights and biases."""
    depth = len(layers) // 2
    weights = [layers["w%d" % layer] for layer in range(1, depth + 1)]
    model = made(net, [len(w) for w in weights] + [weights[-1].shape[1]], **options)
    if not hasattr(model, "params"):
        raise Missing("FullyConnectedNet.__init__")
    for name, value in layers.items():
        model.params[name.replace("w", "W")] = value.copy()
    return model


def hold_the_same(own, drawn):
    """Whether arrays of the same shapes hold the same numbers, in whatever order."""
    if [np.shape(a) for a in own] != [np.shape(a) for a in drawn]:
        return False
    own, drawn = [np.sort(np.concatenate([np.ravel(a) for a in part])) for part in (own, drawn)]
    return np.allclose(own, drawn, rtol=1e-12, atol=0)


def as_bias(value, size):
    """A bias or its gradient; it may be one row, which NumPy adds to all rows as well."""
    return np.reshape(value, (size,)) if np.shape(value) == (1, size) else value


def drops_by_default(net):
    """Whether the constructor is of the edition in which dropout=0 means none."""
    known = inspect.signature(net.__init__).parameters
    return "dropout" in known and known["dropout"].default == 0


def name_spaces(net):
    """Where the net's code looks up its names: its own file, and those that it imports from."""
    own = net.loss.__globals__
    others = [getattr(f, "__globals__", own) for f in list(own.values())]
    return [own] + others + [vars(m) for m in own.values() if inspect.ismodule(m)]


class DropoutLayer:
    """Dropout as the contract has it: every mask from a fresh generator of the one seed.

    It keeps with the probability of the contract where it is given the number that the net was
    told, and else with the one that this number means to the student's own layer.
    """

    def __init__(self, keep_probability, seed, told):
        self.p, self.seed, self.told = keep_probability, seed, told
        self.functions = {"dropout_forward": self.forward, "dropout_backward": self.backward}

    def forward(self, x, dropout_param):
        if dropout_param.get("mode") == "test":
            return x, (dropout_param, None)
        p = self.p
        given = dropout_param.get("p", self.told)
        if abs(given - self.told) > 1e-9:
            own = find("dropout_forward", parameters=2, gives=2, files=LAYERS)
            p = Forward(own).p(given)
        mask = (np.random.RandomState(self.seed).rand(*x.shape) < p) / p
        return x * mask, (dropout_param, mask)

    def backward(self, dout, cache):
        dropout_param, mask = cache
        return dout if dropout_param.get("mode") == "test" else dout * mask
