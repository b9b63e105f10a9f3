"""Asks for the 2-2-1 network of CS145's homework 3 as plain functions, in a file or a notebook.

    forward(x0, W1, b1, W2, b2)       ->  z1, x1, z2, x2
    loss(y_hat, y)                    ->  the loss
    backward(x0, y, W1, b1, W2, b2)   ->  dW1, db1, dW2, db2

Row j of a weight matrix leads into unit j, as in the contract. What a function calls its parameters
decides what it gets; a dictionary of the four weights, or of the results, will do as well.
"""

import inspect
import re

import numpy as np

from gradecheck import Missing, find, question

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
