import numpy as np


def dropout_forward(x, dropout_param):
    p = dropout_param['p']
    u = None
    if dropout_param['mode'] == 'train':
        u = np.random.rand(*x.shape)
        x = x * (u < p) / p
    return x, (dropout_param, u)


def dropout_backward(dout, cache):
    dropout_param, u = cache
    if dropout_param['mode'] == 'test':
        return dout
    return dout * (u < dropout_param['p']) / dropout_param['p']
