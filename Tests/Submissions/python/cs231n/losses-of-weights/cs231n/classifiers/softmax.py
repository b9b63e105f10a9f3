import numpy as np
from random import shuffle
from past.builtins import xrange


def softmax_loss_naive(W, X, y, reg):
  loss = 0.0
  dW = np.zeros_like(W)
  for i in xrange(X.shape[0]):
    scores = X[i].dot(W)
    scores -= np.max(scores)
    p = np.exp(scores) / np.sum(np.exp(scores))
    loss -= np.log(p[y[i]])
    for j in xrange(W.shape[1]):
      dW[:, j] += (p[j] - (j == y[i])) * X[i]
  return loss / X.shape[0] + 0.5 * reg * np.sum(W * W), dW / X.shape[0] + reg * W


def softmax_loss_vectorized(W, X, y, reg):
  # Not done yet: the one with loops is.
  loss = 0.0
  dW = np.zeros_like(W)
  return loss, dW
