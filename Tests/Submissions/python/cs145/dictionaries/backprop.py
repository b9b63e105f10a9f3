import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward(x, params):
    """Samples are columns."""
    x = np.reshape(x, (-1, 1))
    z1 = params['W1'] @ x + np.reshape(params['b1'], (-1, 1))
    x1 = sigmoid(z1)
    z2 = params['W2'] @ x1 + params['b2']
    return {'z1': z1, 'x1': x1, 'z2': z2, 'x2': sigmoid(z2)}


def compute_loss(y_hat, y):
    return 0.5 * np.square(y - y_hat)


def backprop(x, y, params):
    out = forward(x, params)
    d2 = (out['x2'] - y) * out['x2'] * (1 - out['x2'])
    d1 = params['W2'].T @ d2 * out['x1'] * (1 - out['x1'])
    return {
        'dW2': d2 @ out['x1'].T, 'db2': d2, 'dW1': d1 @ np.reshape(x, (1, -1)), 'db1': d1[:, 0],
    }
