import numpy as np


class TwoLayerNet(object):
    """All in one, with biases as rows, and the last layer first."""

    def __init__(self, input_dim=3*32*32, hidden_dim=100, num_classes=10,
                 weight_scale=1e-3, reg=0.0):
        self.reg = reg
        self.params = dict(
            W2=np.random.normal(0, weight_scale, (hidden_dim, num_classes)),
            b2=np.zeros((1, num_classes)),
            W1=np.random.normal(0, weight_scale, (input_dim, hidden_dim)),
            b1=np.zeros((1, hidden_dim)))

    def loss(self, X, y=None):
        p = self.params
        X = X.reshape(X.shape[0], -1)
        z = X @ p['W1'] + p['b1']
        h = z.copy()
        h[h < 0] = 0
        scores = h @ p['W2'] + p['b2']
        if y is None:
            return scores
        n = len(y)
        e = np.exp(scores - scores.max(1)[:, None])
        e /= e.sum(1)[:, None]
        loss = -np.log(e[range(n), y]).mean()
        grads = {}
        d = e
        d[range(n), y] -= 1
        d /= n
        grads['W2'] = h.T @ d
        grads['b2'] = d.sum(0, keepdims=True)
        dh = d @ p['W2'].T
        dh[z <= 0] = 0
        grads['W1'] = X.T @ dh
        grads['b1'] = dh.sum(0, keepdims=True)
        for name in ('W1', 'W2'):
            loss += self.reg / 2 * np.linalg.norm(p[name]) ** 2
            grads[name] += self.reg * p[name]
        return loss, grads
