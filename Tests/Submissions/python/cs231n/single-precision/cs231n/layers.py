import numpy as np


def affine_forward(x, w, b):
    out = x.reshape(x.shape[0], -1).astype(np.float32) @ w.astype(np.float32) + b
    return out, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    dx = np.zeros(x.shape, dtype=np.float32)
    dx += dout.dot(w.T).reshape(x.shape)
    dw = x.reshape(x.shape[0], -1).T.dot(dout).astype("float32")
    return dx, dw, np.sum(dout, axis=0, dtype=np.float32)


def relu_forward(x):
    return np.maximum(np.float32(0), x.astype(np.float32)), x


def relu_backward(dout, cache):
    return dout.astype(np.float32) * (cache > 0)


def dropout_forward(x, dropout_param):
    p, mode = dropout_param["p"], dropout_param["mode"]
    mask = None
    if mode == "train":
        mask = (np.random.rand(*x.shape) < p).astype(np.float32) / np.float32(p)
        x = x.astype(np.float32) * mask
    return x, (dropout_param, mask)


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return np.float32(dout) * mask if dropout_param["mode"] == "train" else dout


def svm_loss(x, y):
    rows = np.arange(len(x))
    margins = np.maximum(0, x - x[rows, y][:, None] + 1)
    margins[rows, y] = 0
    dx = (margins > 0).astype(np.float32)
    dx[rows, y] = -dx.sum(axis=1)
    return margins.sum() / len(x), dx / np.float32(len(x))


def softmax_loss(x, y):
    rows = np.arange(len(x))
    x = x.astype(np.float32)
    shifted = x - x.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    dx = np.exp(logs)
    dx[rows, y] -= 1
    return -logs[rows, y].mean(), dx / len(x)
