import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def forward(x0, w1, b1, w2, b2):
    z1 = w1.dot(x0) + b1
    x1 = sigmoid(z1)
    z2 = w2.dot(x1) + b2
    x2 = sigmoid(z2)
    return z1, x1, z2, x2


def loss(y_hat, y):
    return (y_hat - y) ** 2 / 2


def backward(x0, y, w1, b1, w2, b2):
    z1, x1, z2, x2 = forward(x0, w1, b1, w2, b2)
    d2 = (x2 - y) * x2 * (1 - x2)
    d1 = w2[0] * d2 * x1 * (1 - x1)
    return d1.reshape(2, 1) * x0, d1, (d2 * x1).reshape(1, 2), d2
