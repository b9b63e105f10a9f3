import numpy as np


def affine_forward(x, w, b):
    shape = x.shape
    x = x.reshape(shape[0], -1)
    out = x @ w + b
    return out, (x, w, shape)


def affine_backward(dout, cache):
    x, w, shape = cache
    return (dout @ w.T).reshape(shape), x.T @ dout, dout.sum(axis=0)


def relu_forward(x):
    positive = x > 0
    return x * positive, positive


def relu_backward(dout, cache):
    return dout * cache


def dropout_forward(x, dropout_param):
    mode, p = dropout_param['mode'], dropout_param['p']
    if mode == 'test':
        return x, {'mode': mode}
    dropped = np.random.uniform(size=x.shape) >= p
    out = x.copy()
    out[dropped] = 0
    return out / p, {'mode': mode, 'p': p, 'dropped': dropped}


def dropout_backward(dout, cache):
    if cache['mode'] == 'test':
        return dout
    dx = dout / cache['p']
    dx[cache['dropped']] = 0
    return dx
