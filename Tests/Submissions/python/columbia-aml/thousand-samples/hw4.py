import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward_propagation(X, weights):
    Z1 = np.dot(X, weights['W1'].T) + weights['b1']
    H = sigmoid(Z1)
    Z2 = np.dot(H, weights['W2']) + weights['b2']
    Y = sigmoid(Z2)
    return Y, Z2, H, Z1


def back_propagation(X, Y_T, weights):
    """For the 1000 samples of the notebook."""
    N_points = X.shape[0]
    Y, Z2, H, Z1 = forward_propagation(X, weights)
    L = (1 / (2 * N_points)) * np.sum(np.square(Y - Y_T))
    dLdY = 1 / N_points * (Y - Y_T)
    dLdZ2 = np.multiply(dLdY, sigmoid(Z2) * (1 - sigmoid(Z2)))
    dLdW2 = np.dot(H.T, dLdZ2)
    ones = np.ones(1000)
    dLdb2 = np.dot(ones.T, dLdZ2)
    dLdH = np.dot(dLdZ2.reshape(-1, 1), weights['W2'].reshape(1, -1))
    dLdZ1 = np.multiply(dLdH, sigmoid(Z1) * (1 - sigmoid(Z1)))
    dLdW1 = np.dot(dLdZ1.T, X)
    dLdb1 = np.dot(ones.T, dLdZ1)
    return {'W1': dLdW1, 'b1': dLdb1, 'W2': dLdW2, 'b2': dLdb2}, L
