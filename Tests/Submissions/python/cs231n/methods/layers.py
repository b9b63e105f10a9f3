import numpy as np


class Affine:
    """Layers that keep nothing."""

    @staticmethod
    def affine_forward(x, w, b):
        return x.reshape(x.shape[0], -1) @ w + b, (x, w, b)

    @staticmethod
    def affine_backward(dout, cache):
        x, w, _ = cache
        return (dout @ w.T).reshape(x.shape), x.reshape(len(x), -1).T @ dout, dout.sum(axis=0)


class ReLU:
    def __init__(self, name):
        self.name = name

    def relu_forward(self, x):
        return np.maximum(0, x), x

    def relu_backward(self, dout, cache):
        return dout * (cache > 0)
