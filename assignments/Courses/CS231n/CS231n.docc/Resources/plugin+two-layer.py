"""The two-layer net.

The second assignment makes it of layers, in fc_net.py; its penalty is fixed. The first one writes
it out, in neural_net.py, where `loss` is told how strong the penalty is; in the course's first
years it was a function there.
"""

import inspect

import numpy as np

from gradecheck import Missing, convention, question

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
