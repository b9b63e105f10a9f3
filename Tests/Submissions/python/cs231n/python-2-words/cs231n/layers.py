import numpy as np
from scipy.misc import logsumexp
from tqdm import tqdm


def softmax_loss(x, y):
  N = x.shape[0]
  logs = x - logsumexp(x, axis=1, keepdims=True)
  right = np.in1d(np.arange(x.size), y + np.arange(N) * x.shape[1]).reshape(x.shape)
  return -logs[right].sum() / N, (np.exp(logs) - right.astype(np.int)) / N


def svm_loss(x, y):
  N, C = x.shape
  loss, dx = 0.0, np.zeros(x.shape, dtype=np.float)
  for i in tqdm(xrange(N)):
    for j in xrange(C):
      margin = x[i, j] - x[i, y[i]] + 1
      if j != y[i] and margin > 0:
        loss += margin
        dx[i, j] += 1
        dx[i, y[i]] -= 1
  return loss / N, dx / N


def affine_forward(x, w, b):
  return x.reshape(x.shape[0], np.product(x.shape[1:])).dot(w) + b, (x, w, b)


def affine_backward(dout, cache):
  x, w, b = cache
  dw = x.reshape(x.shape[0], -1).T.dot(dout)
  return dout.dot(w.T).reshape(x.shape), dw, dout.sum(axis=0)


def relu_forward(x):
  return x * (x > 0), x


def relu_backward(dout, cache):
  return dout * (cache > 0).astype(np.bool)


def dropout_forward(x, dropout_param):
  """Inverted dropout. We drop each neuron output with probability p."""
  p, mode = dropout_param['p'], dropout_param['mode']
  if dropout_param.has_key('seed'):
    np.random.seed(dropout_param['seed'])
  mask = None
  if mode == 'train':
    mask = (np.random.rand(*x.shape) >= p) / (1 - p)
    x = x * mask
  return x, (dropout_param, mask)


def dropout_backward(dout, cache):
  dropout_param, mask = cache
  return dout if mask is None else dout * mask
