import numpy as np


def Affine(x, w, b):
    return np.dot(x, w) + b


def AffineBackward(grad_y, h, w):
    grad_b = np.dot(np.ones((1, len(grad_y))), grad_y)
    return np.dot(grad_y, w.T), np.dot(h.T, grad_y), np.squeeze(grad_b)


def ReLU(z):
    return np.maximum(z, 0)


def ReLUBackward(grad_h, z):
    return np.where(z > 0, grad_h, 0)
