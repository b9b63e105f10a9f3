import math


def f(z):
    return 1 / (1 + math.exp(-z))


def forward_pass(x, W1, b1, W2, b2):
    z1, x1 = [], []
    for j in range(2):
        s = b1[j]
        for i in range(2):
            s += W1[j][i] * x[i]
        z1.append(s)
        x1.append(f(s))
    z2 = b2
    for j in range(2):
        z2 += W2[0][j] * x1[j]
    return z1, x1, z2, f(z2)


def mse_loss(y, y_hat):
    return 0.5 * (y_hat - y) * (y_hat - y)


def backward_pass(x, target, W1, b1, W2, b2):
    z1, x1, z2, x2 = forward_pass(x, W1, b1, W2, b2)
    e = math.exp(-z2)
    delta2 = (x2 - target) * e / (1 + e) ** 2
    dW2 = [[delta2 * x1[0], delta2 * x1[1]]]
    db1 = [W2[0][j] * delta2 * x1[j] * (1 - x1[j]) for j in range(2)]
    dW1 = [[db1[j] * x[i] for i in range(2)] for j in range(2)]
    return dW1, db1, dW2, delta2
