from util import LoadData, Load, Save, DisplayPlot
import numpy as np


def InitNN(num_inputs, num_hiddens, num_outputs):
    sizes = [num_inputs] + list(num_hiddens) + [num_outputs]
    model = {}
    for i in range(3):
        model['W%d' % (i + 1)] = 0.1 * np.random.randn(sizes[i], sizes[i + 1])
        model['b%d' % (i + 1)] = np.zeros((sizes[i + 1]))
    return model


def Affine(x, w, b):
    y = np.zeros((x.shape[0], w.shape[1]))
    for n in range(x.shape[0]):
        for j in range(w.shape[1]):
            total = b[j]
            for i in range(w.shape[0]):
                total += x[n, i] * w[i, j]
            y[n, j] = total
    return y


def AffineBackward(grad_y, x, w):
    grad_x = np.zeros_like(x)
    grad_w = np.zeros_like(w)
    grad_b = np.zeros(w.shape[1])
    for n in range(x.shape[0]):
        for j in range(w.shape[1]):
            grad_b[j] += grad_y[n, j]
            for i in range(w.shape[0]):
                grad_x[n, i] += grad_y[n, j] * w[i, j]
                grad_w[i, j] += x[n, i] * grad_y[n, j]
    return grad_x, grad_w, grad_b


def ReLU(z):
    return np.array([[v if v > 0 else 0.0 for v in row] for row in z])


def ReLUBackward(grad_h, z, h):
    grad_z = np.array(grad_h)
    for n, j in np.argwhere(h <= 0):
        grad_z[n, j] = 0
    return grad_z


def NNUpdate(model, eps, momentum):
    """Classic momentum for weights and biases; velocities start at the first call."""
    for name in ['W1', 'W2', 'W3', 'b1', 'b2', 'b3']:
        if 'delta_' + name not in model:
            model['delta_' + name] = 0
        model['delta_' + name] = momentum * model['delta_' + name] - eps * model['dE_d' + name]
        model[name] = model[name] + model['delta_' + name]
