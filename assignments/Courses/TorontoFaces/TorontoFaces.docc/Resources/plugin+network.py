"""The network.

Its parts are asked with the student's own forward and backward pass. A training run takes the
steps of the homework's rule, whatever the student's NNUpdate does: that is another assignment.
"""

import inspect

import numpy as np

from gradecheck import Missing, find, question


@question("initialize", "InitNN", "init_nn", gives=0, files=FILES)
def initialize(function, inputs, hidden1, hidden2, outputs, random):
    sizes = [int(n) for n in (inputs, hidden1, hidden2, outputs)]
    np.random.set_state(random.get_state())
    model = function(sizes[0], sizes[1:3], sizes[3])
    if "W3" not in model:  # An edition with one hidden layer makes another network.
        raise Missing("InitNN")
    return parameters_of(model)


@question("forward", "NNForward", "nn_forward", parameters=2, gives=0, files=FILES)
def forward(function, x, **parameters):
    var = function(network(parameters), x)
    # Some editions call what comes out of an affine step h1, and of its ReLU h1r.
    names = ("h1", "h1r", "h2", "h2r") if "h1r" in var else ("z1", "h1", "z2", "h2")
    return dict(zip(("z1", "h1", "z2", "h2", "y"), (var.get(name) for name in names + ("y",))))


@question("backward", "NNBackward", "nn_backward", parameters=3, gives=0, files=FILES)
def backward(function, x, err, **parameters):
    model = network(parameters)
    var = own_forward()(model, x)
    returned = function(model, err, var)
    gradients = returned if isinstance(returned, dict) else model
    return {"grad" + name.upper(): as_bias(gradients.get("dE_d" + name), name)
            for name in weights(3) + biases(3)}


@question("softmax", "Softmax", "softmax", parameters=1, files=FILES)
def softmax(function, y):
    return {"p": function(y)}


@question("evaluate", "Evaluate", "evaluate", gives=2, files=FILES)
def evaluate(function, x, targets, batchSize, **parameters):
    loss, accuracy = function(x, targets, network(parameters), own_forward(), int(batchSize))
    return {"loss": loss, "accuracy": accuracy}


@question("train", "Train", "train", gives=0, files=FILES)
def train(function, x, targets, validX, validTargets, learningRate, momentum, epochs, batchSize,
          random, **parameters):
    hypers = {"eps": learningRate, "momentum": momentum, "num_epochs": int(epochs),
              "batch_size": int(batchSize)}
    own_backward = find("NNBackward", "nn_backward", parameters=3, gives=0, files=FILES)
    passes = (network(parameters), own_forward(), own_backward, Steps(momentum))
    known = list(inspect.signature(function).parameters)
    options = {name: False for name in ("verbose", "diagram") if name in known}
    if "hyper" in "".join(known[4:5]).lower() or not (
            takes(function, 7) or takes(function, 8)):
        settings = [hypers]
    elif takes(function, 8):
        settings = list(hypers.values())
    else:  # Editions without momentum have no place for it.
        settings = [hypers[name] for name in ("eps", "num_epochs", "batch_size")]
    with Data(function, (x, validX, validX, targets, validTargets, validTargets)):
        np.random.set_state(random.get_state())
        returned = function(*passes, *settings, **options)
    model, stats = model_and_stats(returned)
    answer = parameters_of(model)
    for output, key in (("trainLosses", "train_ce"), ("validLosses", "valid_ce")):
        # An epoch is recorded with its number or without.
        answer[output] = np.array([np.ravel(entry)[-1] for entry in stats[key]])
    return answer


def model_and_stats(returned):
    """What the homework's loop returns; some return more behind it."""
    if returned is None:
        raise Missing("Train")
    parts = returned if isinstance(returned, (tuple, list)) else (returned,)
    if len(parts) < 2 or not isinstance(parts[0], dict) or "train_ce" not in parts[1]:
        raise TypeError("Train returned something else than the model and its statistics")
    return parts[:2]


def own_forward():
    return find("NNForward", "nn_forward", parameters=2, gives=0, files=FILES)


def network(parameters):
    """A student's own model with these parameters, or else the homework's."""
    sizes = parameters["w1"].shape + parameters["w3"].shape
    try:
        made = made_by(find("InitNN", "init_nn", gives=0, files=FILES), sizes) or {}
    except Missing:
        made = {}
    model = dict(made)
    for name, value in parameters.items():
        name = name.replace("w", "W")
        # A bias may have a further axis, as the student's own has it.
        model[name] = value.reshape(np.shape(made.get(name, value))).copy()
    return model


def parameters_of(model):
    return {name.lower(): as_bias(model[name], name) for name in weights(3) + biases(3)}


def as_bias(value, name):
    """A bias, or its gradient; it may be one row, which NumPy adds to all rows as well."""
    is_row = name in biases(3) and np.ndim(value) == 2 and np.shape(value)[0] == 1
    return np.reshape(value, np.shape(value)[1:]) if is_row else value


class Steps:
    """The homework's NNUpdate, with velocities of its own; some editions tell no momentum."""

    def __init__(self, momentum):
        self.momentum, self.velocities = momentum, {}

    def __call__(self, model, eps, momentum=None):
        momentum = self.momentum if momentum is None else momentum
        for name in weights(3):
            v = self.velocities.get(name, 0)
            self.velocities[name] = momentum * v + (1 - momentum) * model["dE_d" + name]
            model[name] = model[name] - eps * self.velocities[name]
        for name in biases(3):
            model[name] = model[name] - eps * model["dE_d" + name]


class Data:
    """Puts other data in the place of the faces, wherever they are loaded, and plots nothing."""

    loaders = ("LoadData", "load_data")
    plotters = ("DisplayPlot", "display_plot", "Save", "save")

    def __init__(self, function, data):
        own = inspect.unwrap(function).__globals__
        modules = [vars(value) for value in own.values() if inspect.ismodule(value)]
        self.spaces = [own] + [
            space for space in modules if any(name in space for name in self.loaders)]
        self.data, self.known = data, []

    def __enter__(self):
        for space in self.spaces:
            for name in self.loaders + self.plotters:
                if name in space:
                    self.known.append((space, name, space[name]))
                    space[name] = self.load if name in self.loaders else self.ignore

    def load(self, *_, **__):
        return tuple(np.array(part) for part in self.data)

    def ignore(self, *_, **__):
        pass

    def __exit__(self, *_):
        for space, name, value in self.known:
            space[name] = value
