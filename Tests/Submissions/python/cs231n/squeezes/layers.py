import numpy as np


def affine_forward(x, w, b):
    out = np.dot(x.reshape(len(x), -1), w) + b
    return out, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    dx = np.dot(dout, w.T).reshape(x.shape)
    dw = np.dot(x.reshape(len(x), -1).T, dout)
    # Of one output np.squeeze leaves a number.
    db = np.squeeze(np.sum(dout, axis=0, keepdims=True))
    return dx, dw, db


def relu_forward(x):
    return np.maximum(x, 0), x


def relu_backward(dout, cache):
    return dout * (cache > 0)
