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
    h1 = Affine(x, model['W1'], model['b1'])
    h1r = ReLU(h1)
    h2 = Affine(h1r, model['W2'], model['b2'])
    h2r = ReLU(h2)
    return {'x': x, 'h1': h1, 'h1r': h1r, 'h2': h2, 'h2r': h2r,
            'y': Affine(h2r, model['W3'], model['b3'])}


def NNBackward(model, err, var):
    grad_h2r, model['dE_dW3'], model['dE_db3'] = AffineBackward(err, var['h2r'], model['W3'])
    grad_h2 = ReLUBackward(grad_h2r, var['h2'])
    grad_h1r, model['dE_dW2'], model['dE_db2'] = AffineBackward(grad_h2, var['h1r'], model['W2'])
    grad_h1 = ReLUBackward(grad_h1r, var['h1'])
    _, model['dE_dW1'], model['dE_db1'] = AffineBackward(grad_h1, var['x'], model['W1'])


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


def Evaluate(inputs, target, model, forward, batch_size=-1):
    num_cases = inputs.shape[0]
    if batch_size == -1:
        batch_size = num_cases
    num_steps = int(np.ceil(num_cases / batch_size))
    ce, hits = 0.0, 0.0
    for step in range(num_steps):
        start, end = step * batch_size, min(num_cases, (step + 1) * batch_size)
        t = target[start:end]
        p = Softmax(forward(model, inputs[start:end])['y'])
        ce += -np.sum(t * np.log(p))
        hits += np.sum(np.argmax(p, axis=1) == np.argmax(t, axis=1))
    return ce / num_cases, hits / num_cases


def CheckGrad(model, forward, backward, name, x):
    np.random.seed(0)
    var = forward(model, x)
    backward(model, var['y'], var)
    grad, w = model['dE_d' + name].ravel(), model[name].ravel()
    elements = np.arange(w.size)
    np.random.shuffle(elements)
    for i in elements[:20]:
        w[i] += 1e-7
        above = 0.5 * (forward(model, x)['y'] ** 2).sum()
        w[i] -= 2e-7
        below = 0.5 * (forward(model, x)['y'] ** 2).sum()
        w[i] += 1e-7
        np.testing.assert_almost_equal(grad[i], (above - below) / 2e-7, decimal=3)


def Train(model, forward, backward, update, eps, momentum, num_epochs, batch_size):
    inputs_train, inputs_valid, inputs_test, target_train, target_valid, target_test = LoadData(
        './toronto_face.npz')
    num_cases = inputs_train.shape[0]
    if batch_size == -1:
        batch_size = num_cases
    stats = {'train_ce': [], 'valid_ce': [], 'train_acc': [], 'valid_acc': []}
    rnd_idx = np.arange(num_cases)
    for epoch in range(num_epochs):
        np.random.shuffle(rnd_idx)
        inputs_train = inputs_train[rnd_idx]
        target_train = target_train[rnd_idx]
        for step in range(int(np.ceil(num_cases / batch_size))):
            start, end = step * batch_size, min(num_cases, (step + 1) * batch_size)
            x, t = inputs_train[start:end], target_train[start:end]
            var = forward(model, x)
            prediction = Softmax(var['y'])
            train_ce = -np.sum(t * np.log(prediction)) / x.shape[0]
            train_acc = np.mean(np.argmax(prediction, axis=1) == np.argmax(t, axis=1))
            if step == 0:
                print('Epoch %3d Step %2d Train CE %.5f' % (epoch, step, train_ce))
            error = (prediction - t) / x.shape[0]
            backward(model, error, var)
            update(model, eps, momentum)
        valid_ce, valid_acc = Evaluate(
            inputs_valid, target_valid, model, forward, batch_size=batch_size)
        stats['train_ce'].append((epoch, train_ce))
        stats['train_acc'].append((epoch, train_acc))
        stats['valid_ce'].append((epoch, valid_ce))
        stats['valid_acc'].append((epoch, valid_acc))
    DisplayPlot(stats['train_ce'], stats['valid_ce'], 'Cross Entropy', number=0)
    test_ce, test_acc = Evaluate(inputs_test, target_test, model, forward, batch_size=batch_size)
    print('Test CE %.5f Acc %.5f' % (test_ce, test_acc))
    return model, stats


def main():
    model = InitNN(2304, [16, 32], 7)
    x = np.random.rand(10, 48 * 48) * 0.1
    for name in ('W3', 'b3', 'W2', 'b2', 'W1', 'b1'):
        CheckGrad(model, NNForward, NNBackward, name, x)
    Train(model, NNForward, NNBackward, NNUpdate, 0.01, 0.0, 1000, 100)


if __name__ == '__main__':
    main()
