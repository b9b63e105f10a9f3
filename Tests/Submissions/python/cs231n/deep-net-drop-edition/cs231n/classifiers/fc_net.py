import numpy as np

from cs231n.layers import *


def block_forward(x, w, b, dropout_param):
    a, fc = affine_forward(x, w, b)
    h, relu = relu_forward(a)
    drop = None
    if dropout_param:
        h, drop = dropout_forward(h, dropout_param)
    return h, (fc, relu, drop)


def block_backward(dout, cache):
    fc, relu, drop = cache
    if drop is not None:
        dout = dropout_backward(dout, drop)
    return affine_backward(relu_backward(dout, relu), fc)


class FullyConnectedNet(object):
    """The older edition: dropout=0 means that nothing is dropped."""

    def __init__(self, hidden_dims, input_dim=3*32*32, num_classes=10,
                 dropout=0, use_batchnorm=False, reg=0.0,
                 weight_scale=1e-2, dtype=np.float32, seed=None):
        self.use_batchnorm = use_batchnorm
        self.use_dropout = dropout > 0
        self.reg = reg
        self.num_layers = 1 + len(hidden_dims)
        self.dtype = dtype
        self.params = {}

        sizes = [input_dim] + hidden_dims + [num_classes]
        for layer in reversed(range(self.num_layers)):
            shape = (sizes[layer], sizes[layer + 1])
            self.params['W%d' % (layer + 1)] = np.random.normal(0, weight_scale, shape)
            self.params['b%d' % (layer + 1)] = np.zeros((1, shape[1]))

        self.dropout_param = {}
        if self.use_dropout:
            self.dropout_param = {'mode': 'train', 'p': dropout}
            if seed is not None:
                self.dropout_param['seed'] = seed

    def loss(self, X, y=None):
        X = X.astype(self.dtype)
        if self.use_dropout:
            self.dropout_param['mode'] = 'test' if y is None else 'train'
        h, caches, p = X, {}, self.params
        for n in range(1, self.num_layers):
            h, caches[n] = block_forward(h, p['W%d' % n], p['b%d' % n], self.dropout_param)
        n = self.num_layers
        scores, caches[n] = affine_forward(h, p['W%d' % n], p['b%d' % n])
        if y is None:
            return scores
        loss, dout = softmax_loss(scores, y)
        grads = {}
        dout, dw, db = affine_backward(dout, caches[n])
        while True:
            grads['W%d' % n], grads['b%d' % n] = dw + self.reg * p['W%d' % n], db
            loss += self.reg * np.sum(p['W%d' % n] * p['W%d' % n]) / 2
            n -= 1
            if n == 0:
                return loss, grads
            dout, dw, db = block_backward(dout, caches[n])
