import numpy as np


def sgd_momentum(w, dw, config=None):
    config = dict(config or {})
    step = config.get('momentum', 0.9) * config.get('velocity', 0)
    step = step - config.get('learning_rate', 1e-2) * dw
    config['velocity'] = step
    return w + step, config
