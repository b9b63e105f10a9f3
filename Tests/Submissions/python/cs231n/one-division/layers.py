import numpy as np
from my_layers import forward as affine_forward


def relu_forward(x):
    return np.maximum(0, x), x


def relu_backward(dout, cache):
    return dout * np.maximum(0, cache) / cache
