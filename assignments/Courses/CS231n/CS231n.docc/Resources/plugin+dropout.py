"""Dropout layers.

Editions differ in what p is, and students in what they keep as the mask; both are seen from what
the forward pass does to many equal numbers.
"""

import re

import numpy as np

from gradecheck import Missing, convention, find, question

PROBE = 2.0


@question("dropoutForward", "dropout_forward", parameters=2, gives=2, files=LAYERS)
def dropout_forward(function, x, keepProbability, mode, random):
    forward = Forward(function)
    p = forward.p(keepProbability)
    form = None
    if mode == "train":
        form = forward.form(p)
        convention("dropout-p-keep" if p == keepProbability else "dropout-p-drop")
    np.random.set_state(random.get_state())
    out, cache = forward(x, {"mode": mode, "p": p})
    random.set_state(np.random.get_state())
    mask = None if form is None else form.told(cache)
    return {"out": out, "mask": mask, "random": None if out is None else random}


@question("dropoutBackward", "dropout_backward", parameters=2, files=LAYERS)
def dropout_backward(backward, gradOut, mask, keepProbability, mode):
    caches, p = [], keepProbability
    try:
        forward = Forward(find("dropout_forward", parameters=2, gives=2, files=LAYERS))
        p = forward.p(keepProbability)
        if mode == "train":
            caches.append(forward.form(p).cache(forward, mask, {"mode": mode, "p": p}))
        else:
            caches.append(forward(np.ones(mask.shape), {"mode": mode, "p": p})[1])
    except Exception:
        caches = []
    param = {"mode": mode, "p": p}
    caches += [(param, mask)] if mode == "train" else [(param, None), (param, mask)]
    return {"gradX": first_working(backward, gradOut, caches)}


class Forward:
    """The student's forward pass, and which edition of the course it follows."""

    def __init__(self, function):
        self.function = function

    def __call__(self, x, param):
        try:
            return self.function(x, param)
        except AttributeError as error:
            # The starter's last line, when nothing has been written above it.
            if "'NoneType' object has no attribute 'astype'" in str(error):
                raise Missing("dropout_forward")
            raise

    def p(self, keep_probability):
        """What to call p so that entries are kept with this probability."""
        return 1 - keep_probability if self.takes_p_to_drop() else keep_probability

    def takes_p_to_drop(self):
        p = 0.25
        out, _ = self.tried(p)
        if np.shape(out) == (100, 100):
            out = np.asarray(out)
            share = np.mean(out != 0)
            scale = np.max(np.abs(out)) / PROBE
            for keep in (p, 1 - p):
                if abs(share - keep) < 0.25 and abs(scale * keep - 1) < 0.15:
                    return keep != p
        # Its numbers say nothing clear: what the starter says of p is still in it.
        words = " ".join((getattr(self.function, "__doc__", None) or "").split())
        return re.search(r"\bdrop(ping)? (each|a|every) neuron", words) is not None

    def tried(self, p):
        """`out` and the cache for equal numbers in train mode; chance goes on as if nothing was."""
        state = np.random.get_state()
        np.random.seed(231)
        try:
            return self(np.full((100, 100), PROBE), {"mode": "train", "p": p})
        finally:
            np.random.set_state(state)

    def form(self, p):
        """How the mask is kept for this p."""
        out, cache = self.tried(p)
        if np.shape(out) != (100, 100):
            return Form()
        kept, forms = np.asarray(out) != 0, []
        if kept.all() or not kept.any():
            return Form()  # It shows nothing of a mask.
        for path, array in arrays_in(cache, kept.shape):
            values, others = np.unique(array[kept]), np.unique(array[~kept])
            factor = np.unique(np.asarray(out)[kept])[0] / PROBE
            if len(values) == 1 and len(others) == 1 and values[0] != others[0]:
                cut = (float(values[0]) + float(others[0])) / 2
                forms.append(Form(path, values[0], others[0], factor, cut))
            # The numbers of chance themselves, compared with p in both passes.
            for cut in (p, 1 - p):
                sides = np.unique(values < cut), np.unique(others < cut)
                if len(values) > 1 and [len(s) for s in sides] == [1, 1] and sides[0] != sides[1]:
                    forms.append(Form(path, values[0], others[-1], factor, cut))
        # The starter's place, if that is one of them; out itself is the last to be taken for it.
        forms.sort(key=lambda f: (f.path != (1,), f.kept == PROBE * f.factor))
        if not forms:
            return Form()
        same = [f for f in forms if (f.kept, f.dropped) == (forms[0].kept, forms[0].dropped)]
        forms[0].copies = [f.path for f in same]
        return forms[0]


class Form:
    """Where in a cache the mask is, and what stands for kept and dropped entries."""

    def __init__(self, path=(1,), kept=None, dropped=0, factor=None, cut=None):
        self.path, self.kept, self.dropped, self.factor = path, kept, dropped, factor
        # What stands between the numbers of kept entries and those of dropped ones.
        self.cut = cut
        # All places with the mask in them, this one and others.
        self.copies = [path]
        # Ones and zeros with the division elsewhere, or a mask of what is dropped. Anything else is
        # meant as the factor itself, rightly or not.
        self.is_own = kept is not None and (dropped != 0 or (kept == 1 and factor != 1))

    def told(self, cache):
        """The mask in a cache as the factors it stands for."""
        mask = at(cache, self.path)
        if mask is None or not self.is_own:
            return mask
        is_kept = (np.asarray(mask) < self.cut) == (self.kept < self.cut)
        return np.where(is_kept, self.factor, 0)

    def cache(self, forward, mask, param):
        """A cache of the student's own with a given mask in it."""
        state = np.random.get_state()
        try:
            cache = forward(np.ones(mask.shape), param)[1]
        finally:
            np.random.set_state(state)
        own = at(cache, self.path)
        if np.shape(own) != mask.shape:
            return None
        if self.is_own:
            mask = np.where(mask != 0, self.kept, self.dropped).astype(np.asarray(own).dtype)
        for path in self.copies:
            cache = with_item(cache, path, mask)
        return cache


def arrays_in(cache, shape, path=()):
    """All arrays of a shape in a cache, with the way to each."""
    if isinstance(cache, np.ndarray):
        return [(path, cache)] if cache.shape == shape else []
    items = cache.items() if isinstance(cache, dict) else (
        enumerate(cache) if isinstance(cache, (tuple, list)) else [])
    return [found for key, item in items for found in arrays_in(item, shape, path + (key,))]


def at(cache, path):
    try:
        for key in path:
            cache = cache[key]
        return cache
    except (TypeError, KeyError, IndexError):
        return None


def with_item(cache, path, item):
    if not path:
        return item
    items = dict(cache) if isinstance(cache, dict) else list(cache)
    items[path[0]] = with_item(items[path[0]], path[1:], item)
    return tuple(items) if isinstance(cache, tuple) else items
