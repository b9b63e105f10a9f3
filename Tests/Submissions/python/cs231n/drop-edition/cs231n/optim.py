import numpy as np


def sgd_momentum(w, dw, config=None):
  if config is None: config = {}
  config.setdefault('learning_rate', 1e-2)
  config.setdefault('momentum', 0.9)
  v = config.get('velocity', np.zeros_like(w))
  v *= config['momentum']
  v -= config['learning_rate'] * dw
  w += v
  config['velocity'] = v
  return w, config


def sgd(w, dw, config=None):
  if config is None: config = {}
  config.setdefault('learning_rate', 1e-2)
  w -= config['learning_rate'] * dw
  return w, config


def rmsprop(x, dx, config=None):
  if config is None: config = {}
  config.setdefault('learning_rate', 1e-2)
  config.setdefault('decay_rate', 0.99)
  config.setdefault('epsilon', 1e-8)
  config.setdefault('cache', np.zeros_like(x))
  cache = config['cache']
  cache *= config['decay_rate']
  cache += (1 - config['decay_rate']) * np.square(dx)
  x += -config['learning_rate'] * dx / (np.sqrt(cache) + config['epsilon'])
  return x, config


def adam(x, dx, config=None):
  if config is None: config = {}
  config.setdefault('learning_rate', 1e-3)
  config.setdefault('beta1', 0.9)
  config.setdefault('beta2', 0.999)
  config.setdefault('epsilon', 1e-8)
  config.setdefault('m', np.zeros_like(x))
  config.setdefault('v', np.zeros_like(x))
  config.setdefault('t', 1)
  config['t'] += 1
  config['m'] = config['beta1'] * config['m'] + (1 - config['beta1']) * dx
  config['v'] = config['beta2'] * config['v'] + (1 - config['beta2']) * dx * dx
  mb = config['m'] / (1 - np.power(config['beta1'], config['t']))
  vb = config['v'] / (1 - np.power(config['beta2'], config['t']))
  return x - config['learning_rate'] * mb / (np.sqrt(vb) + config['epsilon']), config
