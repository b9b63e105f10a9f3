"""The fully-connected net.

Dropout layers are asked for elsewhere. In the net they keep and drop what the contract says,
however the student's own draw, and whatever p means in their edition.
"""

import inspect

import numpy as np

from gradecheck import Missing, find, question


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
