"""Asks the functions of Toronto's neural network homework (nn.py of CSC411, CSC321, CSC311, ...).

Rows are samples and weights are input x output, as in the contracts.
"""

import inspect

import numpy as np

from gradecheck import question

FILES = ("nn.py",)


@question("affine", "Affine", "affine", parameters=3, files=FILES)
def affine(function, x, w, b):
    return {"y": function(x, w, b)}


@question(
    "affineBackward", "AffineBackward", "affine_backward", parameters=3, gives=3, files=FILES)
def affine_backward(function, gradY, h, w):
    gradH, gradW, gradB = function(gradY, h, w)
    return {"gradH": gradH, "gradW": gradW, "gradB": of_outputs(gradB, w)}


def of_outputs(db, w):
    """A bias gradient; of one output np.squeeze leaves a number."""
    is_number = db is not None and np.shape(db) == () and w.shape[1] == 1
    return np.reshape(db, (1,)) if is_number else db


@question("relu", "ReLU", "relu", "Relu", parameters=1, files=FILES)
def relu(function, z):
    return {"h": function(z)}


@question("reluBackward", "ReLUBackward", "relu_backward", "ReluBackward", files=FILES)
def relu_backward(function, gradH, z):
    """The gradient and z, in some editions also h = ReLU(z), in the order of the signature."""
    names = needed_parameters(function)
    h = np.maximum(z, 0)
    known = {"z": z, "h": h}
    if len(names) == 3:
        second, third = names[1:]
        if second in ("h", "y") or third == "z":
            return {"gradZ": function(gradH, h, z)}
        return {"gradZ": function(gradH, z, h)}
    if len(names) == 2 and names[0] in known and names[1].lower().startswith(("grad", "d")):
        return {"gradZ": function(known[names[0]], gradH)}
    return {"gradZ": function(gradH, known.get(names[-1], z))}


def needed_parameters(function):
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return [
        p.name for p in inspect.signature(function).parameters.values()
        if p.kind in kinds and p.default is p.empty
    ]


def takes(function, count):
    """Whether it can be called with so many arguments."""
    try:
        inspect.signature(function).bind(*[None] * count)
        return True
    except TypeError:
        return False
