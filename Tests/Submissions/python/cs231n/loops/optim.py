import numpy as np


def sgd_momentum(w, dw, config=None):
    if config is None: config = {}
    config.setdefault('learning_rate', 1e-2)
    config.setdefault('momentum', 0.9)
    v = config.get('velocity', np.zeros_like(w))
    next_w = np.array(w)
    new_v = np.array(v)
    for i in range(w.shape[0]):
        for j in range(w.shape[1]):
            new_v[i, j] = config['momentum'] * v[i, j] - config['learning_rate'] * dw[i, j]
            next_w[i, j] += new_v[i, j]
    config['velocity'] = new_v
    return next_w, config


def sgd(w, dw, config=None):
    next_w = np.array(w)
    for i in range(w.shape[0]):
        for j in range(w.shape[1]):
            next_w[i, j] -= config['learning_rate'] * dw[i, j]
    return next_w, config


def rmsprop(w, dw, config=None):
    rho, eps = config['decay_rate'], config['epsilon']
    next_w, cache = np.array(w), np.array(config['cache'])
    for i in range(w.shape[0]):
        for j in range(w.shape[1]):
            cache[i, j] = rho * cache[i, j] + (1 - rho) * dw[i, j] * dw[i, j]
            next_w[i, j] -= config['learning_rate'] * dw[i, j] / (cache[i, j] ** 0.5 + eps)
    config['cache'] = cache
    return next_w, config


def adam(w, dw, config=None):
    b1, b2, eps = config['beta1'], config['beta2'], config['epsilon']
    config['t'] += 1
    next_w, m, v = np.array(w), config['m'], config['v']
    for i in range(w.shape[0]):
        for j in range(w.shape[1]):
            m[i, j] += (1 - b1) * (dw[i, j] - m[i, j])
            v[i, j] += (1 - b2) * (dw[i, j] ** 2 - v[i, j])
            m_hat = m[i, j] / (1 - b1 ** config['t'])
            v_hat = v[i, j] / (1 - b2 ** config['t'])
            next_w[i, j] -= config['learning_rate'] * m_hat / (v_hat ** 0.5 + eps)
    return next_w, config
