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
