import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward(x0, W1, b1, W2, b2):
    x0 = np.array(x0).reshape(2, 1)
    b1 = np.array(b1).reshape(2, 1)
    z1 = np.dot(W1, x0) + b1
    x1 = sigmoid(z1)
    z2 = np.dot(W2, x1) + b2
    x2 = sigmoid(z2)
    return z1, x1, z2, x2


def loss(y_hat, y):
    return np.sum((y_hat - y) ** 2) / 2


def backward(x0, y, W1, b1, W2, b2):
    z1, x1, z2, x2 = forward(x0, W1, b1, W2, b2)
    x0 = np.array(x0).reshape(2, 1)
    d2 = (x2 - y) * x2 * (1 - x2)
    dW2 = d2.dot(x1.T)
    d1 = W2.T.dot(d2) * x1 * (1 - x1)
    dW1 = d1.dot(x0.T)
    return dW1, d1, dW2, d2
