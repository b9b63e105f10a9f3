from __future__ import division
from util import LoadData
import numpy as np


def InitNN(num_inputs, num_hiddens, num_outputs):
    W1 = 0.1 * np.random.randn(num_inputs, num_hiddens)
    W2 = 0.1 * np.random.randn(num_hiddens, num_outputs)
    b1 = np.zeros(num_hiddens)
    b2 = np.zeros(num_outputs)
    return {'W1': W1, 'W2': W2, 'b1': b1, 'b2': b2}


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


def NNUpdate(model, eps, momentum):
    model['V1'] = momentum * model.get('V1', 0) + (1 - momentum) * model['dE_dW1']
    model['W1'] -= eps * model['V1']
    model['b1'] -= eps * model['dE_db1']
    model['V2'] = momentum * model.get('V2', 0) + (1 - momentum) * model['dE_dW2']
    model['W2'] -= eps * model['V2']
    model['b2'] -= eps * model['dE_db2']
