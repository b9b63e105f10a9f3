from functools import partial
import numpy as np


def fc_forward(x, w, b):
    out = x.reshape(x.shape[0], -1) @ w + b
    cache = (x, w, b)
    return out, cache


def affine_backward(dout, cache):
    x, w, b = cache
    dx = (dout @ w.T).reshape(x.shape)
    dw = x.reshape(x.shape[0], -1).T @ dout
    db = dout.sum(axis=0)
    return dx, dw, db


affine_forward = fc_forward


class ReLU:
    @staticmethod
    def forward(x):
        out = np.maximum(0, x)
        cache = x
        return out, cache

    @staticmethod
    def backward(dout, cache):
        dx, x = None, cache
        dx = dout * (x > 0)
        return dx


relu_backward = ReLU.backward


def clip_forward(x, low):
    return np.maximum(low, x), x


relu_forward = partial(clip_forward, low=0)
