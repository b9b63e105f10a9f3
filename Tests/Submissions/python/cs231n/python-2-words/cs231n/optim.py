import numpy as np


def sgd(w, dw, config=None):
  if config is None: config = {}
  if not config.has_key('learning_rate'):
    config['learning_rate'] = 1e-2
  w -= config['learning_rate'] * dw
  return w, config


def rmsprop(x, dx, config=None):
  for key, value in {'decay_rate': 0.99, 'epsilon': 1e-8}.iteritems():
    config.setdefault(key, value)
  rate = np.float(config['learning_rate'])
  config['cache'] = config['decay_rate'] * config['cache'] + (1 - config['decay_rate']) * dx**2
  return x - rate * dx / (np.sqrt(config['cache']) + config['epsilon']), config


def adam(x, dx, config=None):
  config['t'] += 1
  for key, beta, new in zip(('m', 'v'), ('beta1', 'beta2'), (dx, dx * dx)):
    config[key] = config[beta] * config[key] + (1 - config[beta]) * new
  mt, vt = [config[key] / (1 - config[beta] ** config['t'])
            for key, beta in {'m': 'beta1', 'v': 'beta2'}.iteritems()]
  return x - config['learning_rate'] * mt / (np.sqrt(vt) + config['epsilon']), config
