import numpy as np


def affine_forward(x, w, b):
  N = x.shape[0]
  out = np.einsum('nd,dm->nm', x.reshape(N, -1), w) + b
  cache = (x, w, b)
  return out, cache


def affine_backward(dout, cache):
  x, w, b = cache
  N = x.shape[0]
  dx = np.einsum('nm,dm->nd', dout, w).reshape(x.shape)
  dw = np.einsum('nd,nm->dm', x.reshape(N, -1), dout)
  db = np.einsum('nm->m', dout)
  return dx, dw, db


def relu_forward(x):
  out = np.clip(x, 0, None)
  cache = x
  return out, cache


def relu_backward(dout, cache):
  x = cache
  dx = np.where(x > 0, dout, 0)
  return dx


def dropout_forward(x, dropout_param):
  """
  Performs the forward pass for (inverted) dropout.
    - p: Dropout parameter. We drop each neuron output with probability p.
  """
  p, mode = dropout_param['p'], dropout_param['mode']
  if 'seed' in dropout_param:
    np.random.seed(dropout_param['seed'])

  mask = None
  out = None

  if mode == 'train':
    mask = (np.random.rand(*x.shape) >= p) / (1.0 - p)
    out = x * mask
  elif mode == 'test':
    out = x

  cache = (dropout_param, mask)
  out = out.astype(x.dtype, copy=False)

  return out, cache


def dropout_backward(dout, cache):
  dropout_param, mask = cache
  mode = dropout_param['mode']
  if mode == 'train':
    dx = dout * mask
  elif mode == 'test':
    dx = dout
  return dx


def svm_loss(x, y):
  N = x.shape[0]
  margins = np.maximum(0, x - x[np.arange(N), y][:, np.newaxis] + 1.0)
  margins[np.arange(N), y] = 0
  binary = margins > 0
  dx = binary.astype(float)
  dx[np.arange(N), y] = -np.sum(binary, axis=1)
  return np.sum(margins) / N, dx / N


def softmax_loss(x, y):
  probs = np.exp(x - np.max(x, axis=1, keepdims=True))
  probs /= np.sum(probs, axis=1, keepdims=True)
  N = x.shape[0]
  loss = -np.sum(np.log(probs[np.arange(N), y])) / N
  dx = probs.copy()
  dx[np.arange(N), y] -= 1
  dx /= N
  return loss, dx
