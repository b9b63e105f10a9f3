import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward_propagation(X, weights):
    Z1 = np.array([weights['W1'] @ x + weights['b1'] for x in X])
    H = sigmoid(Z1)
    Z2 = np.array([h @ weights['W2'] for h in H]) + weights['b2']
    return sigmoid(Z2), Z2, H, Z1


def back_propagation(X, Y_T, weights):
    N = X.shape[0]
    Y, Z2, H, Z1 = forward_propagation(X, weights)
    gradients = {'W1': np.zeros((3, 2)), 'b1': np.zeros(3), 'W2': np.zeros(3), 'b2': 0.0}
    L = 0.0
    for n in range(N):
        L += (Y[n] - Y_T[n]) ** 2 / (2 * N)
        delta2 = (Y[n] - Y_T[n]) / N * Y[n] * (1 - Y[n])
        delta1 = delta2 * weights['W2'] * H[n] * (1 - H[n])
        gradients['W2'] += delta2 * H[n]
        gradients['b2'] += delta2
        gradients['W1'] += np.outer(delta1, X[n])
        gradients['b1'] += delta1
    return gradients, L
