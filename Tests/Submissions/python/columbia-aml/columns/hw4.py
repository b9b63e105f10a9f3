import numpy as np


def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))


def forward_propagation(X, weights):
    """The outputs as columns."""
    Z1 = X @ weights['W1'].T + weights['b1'].reshape(1, -1)
    H = sigmoid(Z1)
    Z2 = H @ weights['W2'].reshape(-1, 1) + weights['b2']
    Y = sigmoid(Z2)
    return Y, Z2, H, Z1


def back_propagation(X, Y_T, weights):
    N = len(X)
    Y, Z2, H, Z1 = forward_propagation(X, weights)
    error = Y - Y_T.reshape(-1, 1)
    L = (error.T @ error) / (2 * N)
    d2 = error / N * Y * (1 - Y)
    d1 = d2 @ weights['W2'].reshape(1, -1) * H * (1 - H)
    gradients = {
        'W1': d1.T @ X,
        'b1': d1.sum(axis=0),
        'W2': (H.T @ d2).ravel(),
        'b2': d2.sum(axis=0),
    }
    return gradients, L
