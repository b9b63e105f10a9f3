"""Asks the code of CS231n's second assignment: layers.py, layer_utils.py, optim.py and fc_net.py.

A backward pass gets the cache of the student's own forward pass, or else that of the starter.
"""

import numpy as np

from gradecheck import Missing, convention, find, question

LAYERS, UTILS, OPTIM = ("layers.py",), ("layer_utils.py",), ("optim.py",)
NETS = ("fc_net.py", "neural_net.py")


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
