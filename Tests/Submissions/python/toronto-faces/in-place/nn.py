import numpy as np

velocity = {}


def Affine(x, w, b):
    return np.einsum('ni,ij->nj', x, w) + b[np.newaxis, :]


def AffineBackward(grad_y, h, w):
    ones = np.ones((1, grad_y.shape[0]))
    return grad_y @ w.transpose(), h.transpose() @ grad_y, ones.dot(grad_y).reshape(-1)


def ReLU(z):
    h = z.copy()
    h[h < 0] = 0
    return h


def ReLUBackward(grad_h, z):
    return np.where(z > 0, grad_h, 0.0)


def _step(model, name, eps, momentum):
    """One parameter, all in place; its velocity is kept in the module."""
    v = velocity.setdefault(name, np.zeros_like(model[name]))
    v *= momentum
    v += (1.0 - momentum) * model['dE_d' + name]
    model[name] -= eps * v


def NNUpdate(model, eps, momentum):
    for layer in '123':
        _step(model, 'W' + layer, eps, momentum)
        model['b' + layer] -= eps * model['dE_db' + layer]
