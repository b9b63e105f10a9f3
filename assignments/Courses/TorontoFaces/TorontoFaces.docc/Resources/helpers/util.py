"""What nn.py imports from the util.py of the course: data, results, curves."""

import numpy as np


def LoadData(fname):
    """Inputs and one-hot targets of training, validation and test."""
    data = np.load(fname)
    return tuple(
        prepare(data[prefix + part])
        for part in ("train", "valid", "test")
        for prefix, prepare in (("inputs_", pixels), ("target_", one_hot)))


def pixels(images):
    return images.T.astype(float) / 255.0


def one_hot(labels):
    labels = np.ravel(labels).astype(int)
    return np.eye(labels.max() + 1)[labels]


def Load(fname):
    return dict(np.load(fname))


def Save(fname, data):
    np.savez_compressed(fname, **data)


def DisplayPlot(train, valid, ylabel, number=0):
    """Nothing is drawn while grading."""


# What the newer editions call them.
load_data, load, save, display_plot = LoadData, Load, Save, DisplayPlot
