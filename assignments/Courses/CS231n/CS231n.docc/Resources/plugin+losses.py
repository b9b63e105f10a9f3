"""Losses.

In layers.py they are losses of scores. In the first assignment they are losses of weights and
samples, with a penalty, written with loops and once more without; those are asked with samples
that hold a single 1 each, so that the scores are rows of the weights and nothing is rounded.
"""

import inspect

import numpy as np

from gradecheck import Missing, find, question

SOFTMAX = ("softmax_loss", "softmax_loss_vectorized", "softmax_loss_naive")
SVM = ("svm_loss", "svm_loss_vectorized", "svm_loss_naive")
LOSSES = LAYERS + ("softmax.py", "linear_svm.py")
ARGUMENTS = [2, 4, 4]


@question("softmaxLoss", *SOFTMAX, parameters=ARGUMENTS, gives=2, files=LOSSES)
def softmax_loss(function, scores, labels):
    return loss_answer(function, scores, labels, SOFTMAX[-1])


@question("svmLoss", *SVM, parameters=ARGUMENTS, gives=2, files=LOSSES)
def svm_loss(function, scores, labels):
    return loss_answer(function, scores, labels, SVM[-1])


def loss_answer(function, scores, labels, with_loops):
    labels = labels.astype(int)
    if takes(function, 2):
        loss, dx = function(scores, labels)
    else:
        try:
            loss, dx = LossOfWeights(function)(scores, labels)
        except Missing:
            loops = find(with_loops, parameters=4, gives=2, files=LOSSES)
            loss, dx = LossOfWeights(loops)(scores, labels)
    return {"loss": number(loss), "gradScores": dx}


def number(value):
    """An array that holds just one number is that number."""
    return np.reshape(value, ()) if value is not None and np.size(value) == 1 else value


def takes(function, count):
    """Whether it can be called with so many arguments."""
    try:
        inspect.signature(function).bind(*[None] * count)
        return True
    except TypeError:
        return False


class LossOfWeights:
    """A loss of weights, samples, labels and the strength of a penalty, as a loss of scores."""

    # So small that the penalty of weights in the thousands is still no large number.
    strength = 2.0 ** -20

    def __init__(self, function):
        self.function = function
        # In the course's first year a column was a sample.
        self.turn = np.transpose if self.takes_columns() else np.array

    def __call__(self, scores, labels):
        samples, classes = scores.shape
        # Sample i has a 1 in column i + 1; the last column is nobody's.
        x = np.eye(samples, samples + 1)[:, np.roll(np.arange(samples + 1), 1)]
        w = x.T.dot(scores)
        w[0] = np.arange(1, classes + 1) / 8
        loss, dw = self.ask(w, x, labels, self.strength)
        if not np.any(loss) and not np.any(dw):  # The starter's.
            raise Missing(self.function.__name__)
        if np.shape(dw) != w.shape:
            return loss, dw
        if samples > 1 and not np.all(np.isfinite(dw)):
            # What is no number makes all numbers none that are added to 0 times it.
            dx = [self(scores[i:i + 1], labels[i:i + 1])[1] / samples for i in range(samples)]
            return loss, np.concatenate(dx)
        share = self.share_of_penalty(loss, dw, w, self.ask(w, x, labels, 0.0))
        return (loss - share * self.strength * np.sum(w * w),
                x.dot(dw - 2 * share * self.strength * w))

    def share_of_penalty(self, loss, dw, w, without):
        """1/2 or 1, which the handouts leave open, as the loss has it, or else the gradient."""
        for found in ((loss - without[0]) / np.sum(w * w), np.mean((dw - without[1]) / w) / 2):
            for share in (0.5, 1):
                if abs(found / self.strength - share) < 1e-3:
                    return share
        return 1

    def ask(self, w, x, labels, strength):
        loss, dw = self.function(
            self.turn(w).copy(), self.turn(x).copy(), labels.copy(), strength)
        return loss, self.turn(dw)

    def takes_columns(self):
        w, x = np.ones((2, 3)), np.arange(8.0).reshape(4, 2)
        try:
            return np.shape(self.function(w, x, np.array([0, 1, 2, 1]), 0.0)[1]) != w.shape
        except Exception:
            return True
