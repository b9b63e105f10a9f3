"""Update rules.

What a rule keeps for the next step is in the config that it returns, or else in the one that it
was given.
"""

import numpy as np

from gradecheck import Missing, question


@question("classicUpdate", "sgd_momentum", parameters=3, gives=2, files=OPTIM)
def classic_update(function, w, v, gradW, learningRate, momentum):
    config = {"learning_rate": learningRate, "momentum": momentum}
    if np.any(v):  # Before the first step there is no velocity.
        config["velocity"] = v.copy()
    next_w, kept = step(function, w, gradW, config)
    # Where none is kept, the next step starts from rest again.
    return {"w": next_w, "v": kept.get("velocity", np.zeros_like(v))}


@question("sgdUpdate", "sgd", parameters=3, gives=2, files=OPTIM)
def sgd_update(function, w, gradW, learningRate):
    return {"w": step(function, w, gradW, {"learning_rate": learningRate})[0]}


@question("rmsPropUpdate", "rmsprop", parameters=3, gives=2, files=OPTIM)
def rmsprop_update(function, w, gradW, cache, learningRate, decayRate, epsilon):
    config = {
        "learning_rate": learningRate, "decay_rate": decayRate, "epsilon": epsilon,
        "cache": cache.copy(),
    }
    next_w, kept = step(function, w, gradW, config)
    return {"w": next_w, "cache": kept.get("cache")}


@question("adamUpdate", "adam", parameters=3, gives=2, files=OPTIM)
def adam_update(function, w, gradW, m, v, t, learningRate, beta1, beta2, epsilon):
    config = {
        "learning_rate": learningRate, "beta1": beta1, "beta2": beta2, "epsilon": epsilon,
        "m": m.copy(), "v": v.copy(), "t": int(t),
    }
    next_w, kept = step(function, w, gradW, config)
    return {"w": next_w, "m": kept.get("m"), "v": kept.get("v"), "t": kept.get("t")}


def step(function, w, gradW, config):
    """The new weights, and the config as it is afterwards."""
    next_w, returned = function(w, gradW, config)
    if next_w is None:
        raise Missing(function.__name__)
    return next_w, dict(config, **returned) if isinstance(returned, dict) else config
