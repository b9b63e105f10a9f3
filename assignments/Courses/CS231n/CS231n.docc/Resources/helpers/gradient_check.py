"""Numerical gradients by central differences, as the course's notebooks use them."""

import numpy as np


def eval_numerical_gradient(f, x, verbose=True, h=0.00001):
    """The gradient at x of a function with one number as its value."""
    return eval_numerical_gradient_array(f, x, 1.0, h)


def eval_numerical_gradient_array(f, x, df, h=1e-5):
    """The gradient at x of an array-valued function, for the gradient df from above."""
    gradient = np.zeros_like(x)
    for place in np.ndindex(*x.shape):
        kept = x[place]
        x[place] = kept + h
        above = np.copy(f(x))
        x[place] = kept - h
        below = np.copy(f(x))
        x[place] = kept
        gradient[place] = np.sum((above - below) * df) / (2 * h)
    return gradient
