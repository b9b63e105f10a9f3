import numpy as np


def sgd(w, dw, config):
    return w.astype(np.float32) - np.float32(config["learning_rate"]) * dw, config


def sgd_momentum(w, dw, config):
    v = config.get("velocity", np.zeros(w.shape, dtype=np.float32)).astype(np.float32)
    v = np.float32(config["momentum"]) * v - np.float32(config["learning_rate"]) * dw
    config["velocity"] = v.astype(np.float32)
    return w + v, config


def rmsprop(w, dw, config):
    rho = np.float32(config["decay_rate"])
    cache = rho * config["cache"].astype(np.float32) + (1 - rho) * dw.astype(np.float32) ** 2
    config["cache"] = cache
    return w - config["learning_rate"] * dw / (np.sqrt(cache) + config["epsilon"]), config


def adam(w, dw, config):
    config["t"] += 1
    for key, beta, new in (("m", config["beta1"], dw), ("v", config["beta2"], dw ** 2)):
        config[key] = (beta * config[key] + (1 - beta) * new).astype(np.float32)
    mt = config["m"] / (1 - config["beta1"] ** config["t"])
    vt = config["v"] / (1 - config["beta2"] ** config["t"])
    return w - config["learning_rate"] * mt / (np.sqrt(vt) + config["epsilon"]), config
