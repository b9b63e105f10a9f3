from __future__ import division
from util import LoadData
import numpy as np


def InitNN(num_inputs, num_hiddens, num_outputs):
    W1 = 0.1 * np.random.randn(num_inputs, num_hiddens[0])
    W2 = 0.1 * np.random.randn(num_hiddens[0], num_hiddens[1])
    W3 = 0.01 * np.random.randn(num_hiddens[1], num_outputs)
    b1 = np.zeros((num_hiddens[0]))
    b2 = np.zeros((num_hiddens[1]))
    b3 = np.zeros((num_outputs))
    model = {
        'W1': W1,
        'W2': W2,
        'W3': W3,
        'b1': b1,
        'b2': b2,
        'b3': b3
    }
    return model


def Affine(x, w, b):
    y = x.dot(w) + b
    return y


def AffineBackward(grad_y, h, w):
    grad_h = grad_y.dot(w.T)
    grad_w = h.T.dot(grad_y)
    grad_b = np.sum(grad_y, axis=0)
    return grad_h, grad_w, grad_b


def ReLU(z):
    return np.maximum(z, 0.0)


def ReLUBackward(grad_h, z):
    grad_z = grad_h * (z > 0)
    return grad_z


v1 = np.zeros((2304, 16))
v2 = np.zeros((16, 32))
v3 = np.zeros((32, 7))


def NNUpdate(model, eps, momentum):
    global v1, v2, v3
    v1 = momentum * v1 + (1 - momentum) * model['dE_dW1']
    model['W1'] -= eps * v1
    v2 = momentum * v2 + (1 - momentum) * model['dE_dW2']
    model['W2'] -= eps * v2
    v3 = momentum * v3 + (1 - momentum) * model['dE_dW3']
    model['W3'] -= eps * v3
    model['b1'] -= eps * model['dE_db1']
    model['b2'] -= eps * model['dE_db2']
    model['b3'] -= eps * model['dE_db3']


def main():
    model = InitNN(2304, [16, 32], 7)


if __name__ == '__main__':
    main()
