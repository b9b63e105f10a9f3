import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward_propagation(X, weights):
    Z1 = X.dot(weights['W1'].T) + weights['b1']
    H = sigmoid(Z1)
    # Of one sample np.squeeze leaves a number.
    Z2 = np.squeeze(H.dot(weights['W2'].reshape(3, 1))) + weights['b2']
    return sigmoid(Z2), Z2, H, Z1


def back_propagation(X, Y_T, weights):
    N = X.shape[0]
    Y, Z2, H, Z1 = forward_propagation(X, weights)
    L = np.sum((Y - Y_T) ** 2) / (2 * N)
    dZ2 = (Y - Y_T) / N * Y * (1 - Y)
    dZ1 = np.outer(dZ2, weights['W2']) * H * (1 - H)
    gradients = {
        'W1': dZ1.T.dot(X), 'b1': dZ1.sum(axis=0), 'W2': dZ2.dot(H), 'b2': dZ2.sum(),
    }
    return gradients, L
