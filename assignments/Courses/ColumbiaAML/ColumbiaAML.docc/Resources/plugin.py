"""Asks for the 2-3-1 network of Columbia's applied machine learning homework, mostly a notebook.

    forward_propagation(X, weights)     ->  Y, Z2, H, Z1
    back_propagation(X, Y_T, weights)   ->  gradients, L

`weights` and `gradients` are dictionaries with W1 (3, 2), b1, W2 (3) and b2.
"""

import copy
import re

import numpy as np

from gradecheck import convention, question

# How many samples the notebook has; the course's own document writes the number into its code.
NOTEBOOK = 1000


@question(
    "forwardPropagation", "forward_propagation", "forward_prop", "forwardPropagation",
    parameters=2, gives=4)
def forward_propagation(function, x, w1, b1, w2, b2):
    y, z2, h, z1 = function(x, {"W1": w1, "b1": b1, "W2": w2, "b2": b2})
    return {"z1": z1, "h": h, "z2": of_samples(z2, x), "y": of_samples(y, x)}


@question(
    "backPropagation", "back_propagation", "backward_propagation", "back_prop", "backPropagation",
    parameters=3, gives=2)
def back_propagation(function, x, target, w1, b1, w2, b2):
    weights = {"W1": w1, "b1": b1, "W2": w2, "b2": b2}
    gradients, loss = of_any_batch(function, x, target, weights)
    if isinstance(loss, dict):
        gradients, loss = loss, gradients
    named = by_name(gradients)
    return {
        "loss": number(loss), "gradW1": named.get("w1"), "gradB1": named.get("b1"),
        "gradW2": named.get("w2"), "gradB2": number(named.get("b2")),
    }


def of_any_batch(function, x, target, weights):
    """What it returns; code for the notebook's samples alone gets these over and over, up to as many.

    The loss and its gradients are means over the samples, which that does not change.
    """
    times, rest = divmod(NOTEBOOK, len(x))
    repeated = np.tile(x, (times, 1)), np.tile(target, times), copy.deepcopy(weights)
    try:
        return function(x, target, weights)
    except ValueError:
        try:
            answer = None if rest else function(*repeated)
        except Exception:
            answer = None
        if answer is None:
            raise
        convention("thousand-samples")
        return answer


def by_name(gradients):
    """The gradients under w1, b1, w2, b2, whatever stands before: dW1, dLdW1, grad_W1."""
    if isinstance(gradients, (tuple, list)) and len(gradients) == 4:
        return dict(zip(("w1", "b1", "w2", "b2"), gradients))
    found = {}
    for key, value in (gradients.items() if isinstance(gradients, dict) else ()):
        name = re.search(r"(?i)([wb])_?([12])$", str(key))
        if name:
            found[name.group(1).lower() + name.group(2)] = value
    return found


def of_samples(values, x):
    """One number a sample, also from a column, or of one sample a plain number."""
    shapes = [(len(x), 1)] + [()] * (len(x) == 1)
    fits = values is not None and np.shape(values) in shapes
    return np.reshape(values, (len(x),)) if fits else values


def number(value):
    """A plain number, also from an array that holds just one."""
    return np.reshape(value, ()) if value is not None and np.size(value) == 1 else value
