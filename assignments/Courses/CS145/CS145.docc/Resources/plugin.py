"""Asks for the 2-2-1 network of CS145's homework 3 as plain functions, in a file or a notebook.

    forward(x0, W1, b1, W2, b2)       ->  z1, x1, z2, x2
    loss(y_hat, y)                    ->  the loss
    backward(x0, y, W1, b1, W2, b2)   ->  dW1, db1, dW2, db2

Row j of a weight matrix leads into unit j, as in the contract. What a function calls its parameters
decides what it gets; a dictionary of the four weights, or of the results, will do as well.

Then for the class TwoLayerNet of the same homework, in hw3code/neural_net.py.
"""

import inspect
import re

import numpy as np

from gradecheck import Missing, convention, find, question

FORWARD = (
    "forward", "forward_pass", "forward_propagation", "feed_forward", "feedforward",
    "forwardPass", "forwardPropagation")
LOSS = (
    "loss", "compute_loss", "mse_loss", "MSE_loss", "loss_function", "mse", "MSE", "computeLoss")
BACKWARD = (
    "backward", "backward_pass", "back_propagation", "backward_propagation", "backpropagation",
    "backprop", "backwardPass", "backPropagation")

MEANINGS = {
    "x0": "x x0 input inputs", "w1": "w1 weights1 weight1", "b1": "b1 bias1",
    "w2": "w2 weights2 weight2", "b2": "b2 bias2", "y": "y target t label ytrue ytarget",
    "yHat": "yhat x2 output prediction pred ypred out a2 o", "z1": "z1",
    "x1": "x1 h a1 hidden", "z2": "z2", "weights": "weights params parameters",
}


@question("forward", *FORWARD, gives=0)
def forward(function, x0, w1, b1, w2, b2):
    values = {"x0": x0, "w1": w1, "b1": b1, "w2": w2, "b2": b2}
    return forward_answer(function, values)


def forward_answer(function, values):
    result = function(*arguments(function, values, ("x0", "w1", "b1", "w2", "b2")))
    z1, x1, z2, x2 = in_order(result, ("z1", "x1", "z2", "x2"), function)
    if np.size(z1) == 1 and np.size(x2) == 2:  # From the output to the hidden layer.
        z1, x1, z2, x2 = x2, z2, x1, z1
    return {"z1": unit_values(z1), "x1": unit_values(x1), "z2": number(z2), "x2": number(x2)}


@question("loss", *LOSS)
def loss(function, yHat, y):
    values = {"yHat": yHat, "y": y}
    return {"loss": number(function(*arguments(function, values, ("yHat", "y"))))}


@question("backward", *BACKWARD, gives=0)
def backward(function, x0, y, w1, b1, w2, b2):
    values = {"x0": x0, "y": y, "w1": w1, "b1": b1, "w2": w2, "b2": b2}
    columns = dict(values, x0=x0.reshape(2, 1).copy(), b1=b1.reshape(2, 1).copy())
    answer, problem = None, None
    try:
        answer = backward_answer(function, values)
    except (Missing, NotImplementedError):
        raise
    except Exception as error:
        problem = error
    if answer is None or np.shape(answer["gradW1"]) != w1.shape or np.shape(
            answer["gradB1"]) == (2, 1):
        try:  # It may be written for columns.
            other = backward_answer(function, columns)
            if answer is None or np.shape(other["gradW1"]) == w1.shape:
                return dict(other, gradB1=unit_values(other["gradB1"]))
        except Exception:
            if problem is not None:
                raise problem
    return answer


def backward_answer(function, values):
    order = ("x0", "y", "w1", "b1", "w2", "b2")
    result = function(*arguments(function, values, order))
    w1, b1, w2, b2 = in_order(result, ("w1", "b1", "w2", "b2"), function)
    sizes = [np.size(part) for part in (w1, b1, w2, b2)]
    if sizes == [2, 1, 4, 2]:  # From the output to the hidden layer.
        w1, b1, w2, b2 = w2, b2, w1, b1
    elif sizes == [4, 2, 2, 1] and np.shape(b1) == (1, 2) and np.shape(w2) == (2,):
        b1, w2 = w2, b1
    if np.shape(w2) == (2,):  # The handout writes W2 as one row.
        w2 = np.reshape(w2, (1, 2))
    return {"gradW1": w1, "gradB1": b1, "gradW2": w2, "gradB2": number(b2)}


# --- What goes in, what comes out ---------------------------------------------------------------


def arguments(function, values, order):
    """The values in the order of the function's parameters, by their names if all are known."""
    known = dict(values)
    known["weights"] = {
        "W1": values.get("w1"), "b1": values.get("b1"), "W2": values.get("w2"),
        "b2": values.get("b2"),
    }
    names = needed_parameters(function)
    meanings = [meaning(name) for name in names]
    if "y" in values and "x0" in values and {"z1", "x1", "z2", "yHat"} & set(meanings):
        out = forward_answer(find(*FORWARD, gives=0), values)
        known.update(z1=out["z1"], x1=out["x1"], z2=out["z2"], yHat=out["x2"])
    if None not in meanings and all(m in known for m in meanings):
        return [known[m] for m in meanings]
    return [values[name] for name in order]


def meaning(name):
    plain = name.lower().replace("_", "")
    return next((m for m, words in MEANINGS.items() if plain in words.split()), None)


def needed_parameters(function):
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return [
        p.name for p in inspect.signature(function).parameters.values()
        if p.kind in kinds and p.default is p.empty
    ]


def in_order(result, names, function):
    """Four results in the order of these names, from a tuple or a dictionary."""
    if result is None:
        return [None] * len(names)
    if isinstance(result, dict):
        by_name = {}
        for key, value in result.items():
            name, found = meaning(str(key)), re.search(r"(?i)([xzwb])_?([0-2])$", str(key))
            if name in ("x1", "yHat"):  # Such as a1, h, a2, output.
                by_name["x2" if name == "yHat" else name] = value
            elif found:
                by_name[found.group(1).lower() + found.group(2)] = value
        return [by_name.get(name) for name in names]
    if not isinstance(result, (tuple, list)) or len(result) != len(names):
        count = len(result) if isinstance(result, (tuple, list)) else 1
        raise TypeError("%s returned %d %s where %d are needed" % (
            function.__name__, count, "value" if count == 1 else "values", len(names)))
    return list(result)


def number(value):
    """A plain number, also from an array that holds just one."""
    return np.reshape(value, ()) if value is not None and np.size(value) == 1 else value


def unit_values(value):
    """A column of two numbers as two numbers."""
    return np.reshape(value, (2,)) if value is not None and np.shape(value) == (2, 1) else value


# --- Two-layer net ------------------------------------------------------------------------------

NETS = ("neural_net.py",)


@question("mseNetScores", "TwoLayerNet.loss", gives=0, files=NETS)
def mse_net_scores(net, x, **weights):
    return {"scores": two_layer_net(net, weights).loss(x)}


@question("mseNetLoss", "TwoLayerNet.loss", gives=0, files=NETS)
def mse_net_loss(net, x, labels, regularization, **weights):
    model = two_layer_net(net, weights)
    if model.loss(x) is None:  # The starter goes on without scores, and stumbles.
        raise Missing("TwoLayerNet.loss")
    result = model.loss(x, labels.astype(int), reg=regularization)
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        raise TypeError("TwoLayerNet.loss returned no pair of loss and gradients")
    loss, grads = result
    if loss is None:  # The starter's.
        raise Missing("TwoLayerNet.loss")
    answer = {"loss": number(loss)}
    for name, w in weights.items():
        answer["grad" + name.upper()] = in_shape_of(w, (grads or {}).get(key(name)))
    return answer


@question("predict", "TwoLayerNet.predict", gives=0, files=NETS)
def predict(net, x, **weights):
    return {"labels": two_layer_net(net, weights).predict(x)}


@question("trainMSENet", "TwoLayerNet.train", gives=0, files=NETS)
def train(
        net, x, labels, learningRate, decay, regularization, iterations, batchSize, random,
        **weights):
    labels, iterations, size = labels.astype(int), int(iterations), int(batchSize)
    run = Run(two_layer_net(net, weights), regularization, size)
    np.random.set_state(random.get_state())
    losses = run.losses(x, labels, learningRate, decay, iterations)
    if drew_without_replacement(random, len(labels), iterations):
        # The handout leaves open how a batch is drawn. A batch of all samples is one in any way.
        convention("batch-without-replacement")
        run, losses = Run(two_layer_net(net, weights), regularization, size), []
        epoch, batches = max(len(labels) // size, 1), np.random.RandomState()
        batches.set_state(random.get_state())
        for t in range(iterations):
            batch = batches.choice(len(labels), size)
            losses += run.losses(x[batch], labels[batch], learningRate, 1, 1)
            learningRate *= decay if t % epoch == 0 else 1
    answer = {name: in_shape_of(w, run.model.params[key(name)]) for name, w in weights.items()}
    return dict(answer, losses=losses)


class Run:
    """A net of the student's in training."""

    def __init__(self, model, regularization, size):
        self.model, self.regularization, self.size = model, regularization, size

    def losses(self, x, labels, rate, decay, iterations):
        # The accuracies on the way are for the student to read, and `predict` is asked elsewhere.
        self.model.predict = lambda inputs: np.zeros(len(inputs), int)
        try:
            history = self.model.train(
                x, labels, x, labels, learning_rate=rate, learning_rate_decay=decay,
                reg=self.regularization, num_iters=iterations, batch_size=self.size,
                verbose=False)
        except AttributeError as error:
            # In the starter the batch is None.
            if "'NoneType' object has no attribute" in str(error):
                raise Missing("TwoLayerNet.train")
            raise
        return list((history or {}).get("loss_history", []))


def drew_without_replacement(random, samples, iterations):
    """Whether NumPy is left as after so many batches of which each holds no sample twice."""
    other = np.random.RandomState()
    other.set_state(random.get_state())
    for _ in range(iterations):
        other.permutation(samples)
    state, mine = np.random.get_state(), other.get_state()
    return state[2] == mine[2] and np.array_equal(state[1], mine[1])


def two_layer_net(net, weights):
    """The student's net with these weights and biases, each named as the contract has it."""
    w1, w2 = weights["w1"], weights["w2"]
    model = net(w1.shape[1], w1.shape[0], w2.shape[0])
    for name, w in weights.items():
        model.params[key(name)] = w.copy()
    return model


def key(name):
    """What the course calls w1, b1, w2 and b2."""
    return name.replace("w", "W")


def in_shape_of(w, value):
    """An array for w; that for a bias may be one row, which NumPy adds to all rows as well."""
    return np.reshape(value, w.shape) if np.shape(value) == (1,) + w.shape else value
