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


def NNUpdate(model, eps, momentum):
    prev = model.get('W1_prev', model['W1'])
    new = model['W1'] - eps * model['dE_dW1'] + momentum * (model['W1'] - prev)
    model['W1_prev'] = model['W1']
    model['W1'] = new
    model['b1'] = model['b1'] - eps * model['dE_db1']
    prev = model.get('W2_prev', model['W2'])
    new = model['W2'] - eps * model['dE_dW2'] + momentum * (model['W2'] - prev)
    model['W2_prev'] = model['W2']
    model['W2'] = new
    model['b2'] = model['b2'] - eps * model['dE_db2']
    prev = model.get('W3_prev', model['W3'])
    new = model['W3'] - eps * model['dE_dW3'] + momentum * (model['W3'] - prev)
    model['W3_prev'] = model['W3']
    model['W3'] = new
    model['b3'] = model['b3'] - eps * model['dE_db3']


def main():
    model = InitNN(2304, [16, 32], 7)


if __name__ == '__main__':
    main()
