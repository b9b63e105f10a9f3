"""Multi-layer perceptron on the Toronto faces."""
from __future__ import division
from __future__ import print_function
from util import LoadData, Load, Save, DisplayPlot
import sys
import numpy as np


def InitNN(num_inputs, num_hiddens, num_outputs):
    """Random weights, zero biases and zero velocities."""
    W1 = 0.1 * np.random.randn(num_inputs, num_hiddens[0])
    W2 = 0.1 * np.random.randn(num_hiddens[0], num_hiddens[1])
    W3 = 0.01 * np.random.randn(num_hiddens[1], num_outputs)
    return {
        'W1': W1, 'W2': W2, 'W3': W3,
        'b1': np.zeros((num_hiddens[0])), 'b2': np.zeros((num_hiddens[1])),
        'b3': np.zeros((num_outputs)),
        'V_w1': np.zeros(W1.shape), 'V_w2': np.zeros(W2.shape), 'V_w3': np.zeros(W3.shape),
    }


def Affine(x, w, b):
    y = x.dot(w) + b
    return y


def AffineBackward(grad_y, h, w):
    grad_h = np.dot(grad_y, w.T)
    grad_w = np.dot(h.T, grad_y)
    grad_b = np.sum(grad_y, axis=0)
    return grad_h, grad_w, grad_b


def ReLU(z):
    return np.maximum(z, 0.0)


def ReLUBackward(grad_h, z):
    grad_z = grad_h * (z > 0)
    return grad_z


def Softmax(x):
    return np.exp(x) / np.exp(x).sum(axis=1, keepdims=True)


def NNForward(model, x):
    z1 = Affine(x, model['W1'], model['b1'])
    h1 = ReLU(z1)
    z2 = Affine(h1, model['W2'], model['b2'])
    h2 = ReLU(z2)
    return {'x': x, 'z1': z1, 'h1': h1, 'z2': z2, 'h2': h2,
            'y': Affine(h2, model['W3'], model['b3'])}


def NNBackward(model, err, var):
    dE_dh2, dE_dW3, dE_db3 = AffineBackward(err, var['h2'], model['W3'])
    dE_dz2 = ReLUBackward(dE_dh2, var['z2'])
    dE_dh1, dE_dW2, dE_db2 = AffineBackward(dE_dz2, var['h1'], model['W2'])
    dE_dz1 = ReLUBackward(dE_dh1, var['z1'])
    _, dE_dW1, dE_db1 = AffineBackward(dE_dz1, var['x'], model['W1'])
    model['dE_dW1'], model['dE_dW2'], model['dE_dW3'] = dE_dW1, dE_dW2, dE_dW3
    model['dE_db1'], model['dE_db2'], model['dE_db3'] = dE_db1, dE_db2, dE_db3


def NNUpdate(model, eps, momentum):
    # Update velocities
    model['V_w1'] = momentum * model['V_w1'] + (1 - momentum) * model['dE_dW1']
    model['V_w2'] = momentum * model['V_w2'] + (1 - momentum) * model['dE_dW2']
    model['V_w3'] = momentum * model['V_w3'] + (1 - momentum) * model['dE_dW3']
    # Update the weights and biases.
    model['W1'] -= eps * model['V_w1']
    model['W2'] -= eps * model['V_w2']
    model['W3'] -= eps * model['V_w3']
    model['b1'] -= eps * model['dE_db1']
    model['b2'] -= eps * model['dE_db2']
    model['b3'] -= eps * model['dE_db3']


def main():
    model = InitNN(2304, [16, 32], 7)
    inputs_train, inputs_valid, inputs_test, target_train, target_valid, target_test = LoadData(
        'toronto_face.npz')


if __name__ == '__main__':
    main()
