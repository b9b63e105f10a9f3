import numpy as np

from cs231n.layers import *
from cs231n.layer_utils import *


class FullyConnectedNet(object):
  def __init__(self, hidden_dims, input_dim=3*32*32, num_classes=10,
               dropout=0, use_batchnorm=False, reg=0.0,
               weight_scale=1e-2, dtype=np.float32, seed=None):
    self.use_dropout = dropout > 0
    self.reg = reg
    self.num_layers = 1 + len(hidden_dims)
    self.dtype = dtype
    self.params = {}
    sizes = [input_dim] + hidden_dims + [num_classes]
    for i in xrange(self.num_layers):
      self.params['W%d' % (i + 1)] = weight_scale * np.random.randn(sizes[i], sizes[i + 1])
      self.params['b%d' % (i + 1)] = np.zeros(sizes[i + 1])
    self.dropout_param = {}
    if self.use_dropout:
      self.dropout_param = {'mode': 'train', 'p': dropout}
      if seed is not None:
        self.dropout_param['seed'] = seed
    for k, v in self.params.iteritems():
      self.params[k] = v.astype(dtype)

  def loss(self, X, y=None):
    h, caches, p = X.astype(self.dtype), [], self.params
    self.dropout_param['mode'] = 'test' if y is None else 'train'
    for i in xrange(1, self.num_layers):
      h, cache = affine_relu_forward(h, p['W%d' % i], p['b%d' % i])
      drop = None
      if self.use_dropout:
        h, drop = dropout_forward(h, self.dropout_param)
      caches.append((cache, drop))
    i = self.num_layers
    scores, last = affine_forward(h, p['W%d' % i], p['b%d' % i])
    if y is None:
      return scores
    grads = {}
    loss, dout = softmax_loss(scores, y)
    dout, grads['W%d' % i], grads['b%d' % i] = affine_backward(dout, last)
    while caches:
      i -= 1
      cache, drop = caches.pop()
      if self.use_dropout:
        dout = dropout_backward(dout, drop)
      dout, grads['W%d' % i], grads['b%d' % i] = affine_relu_backward(dout, cache)
    for k, v in p.iteritems():
      if k[0] == 'W':
        loss += 0.5 * self.reg * np.sum(v * v)
        grads[k] += self.reg * v
    return loss, grads
