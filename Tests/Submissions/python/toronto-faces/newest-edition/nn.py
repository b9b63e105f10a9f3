"""Multi-layer perceptron on the Toronto faces, in the words of CSC311."""
from util import *
import numpy as np
import matplotlib.pyplot as plt


def init_nn(num_inputs, num_hiddens, num_outputs):
    W1 = 0.1 * np.random.randn(num_inputs, num_hiddens[0])
    W2 = 0.1 * np.random.randn(num_hiddens[0], num_hiddens[1])
    W3 = 0.01 * np.random.randn(num_hiddens[1], num_outputs)
    return {
        "W1": W1, "W2": W2, "W3": W3, "b1": np.zeros((1, num_hiddens[0])),
        "b2": np.zeros((1, num_hiddens[1])), "b3": np.zeros((1, num_outputs)),
    }


def affine(x, w, b):
    return x.dot(w) + b


def affine_backward(grad_y, x, w):
    return grad_y @ w.T, x.T @ grad_y, np.sum(grad_y, axis=0)


def relu(z):
    return np.maximum(z, 0.0)


def relu_backward(grad_h, z):
    return np.where(z > 0, grad_h, 0)


def softmax(x):
    return np.exp(x) / np.exp(x).sum(axis=1, keepdims=True)


def nn_forward(model, x):
    z1 = affine(x, model["W1"], model["b1"])
    h1 = relu(z1)
    z2 = affine(h1, model["W2"], model["b2"])
    h2 = relu(z2)
    y = affine(h2, model["W3"], model["b3"])
    return {"x": x, "z1": z1, "h1": h1, "z2": z2, "h2": h2, "y": y}


def nn_backward(model, err, var):
    dE_dh2, model["dE_dW3"], model["dE_db3"] = affine_backward(err, var["h2"], model["W3"])
    dE_dz2 = relu_backward(dE_dh2, var["z2"])
    dE_dh1, model["dE_dW2"], model["dE_db2"] = affine_backward(dE_dz2, var["h1"], model["W2"])
    dE_dz1 = relu_backward(dE_dh1, var["z1"])
    _, model["dE_dW1"], model["dE_db1"] = affine_backward(dE_dz1, var["x"], model["W1"])


def nn_update(model, alpha):
    for name in ("W1", "W2", "W3", "b1", "b2", "b3"):
        model[name] = model[name] - alpha * model["dE_d" + name]


def evaluate(inputs, target, model, forward, batch_size=-1):
    num_cases = inputs.shape[0]
    if batch_size == -1:
        batch_size = num_cases
    ce, acc = 0.0, 0.0
    for step in range(int(np.ceil(num_cases / batch_size))):
        t = target[step * batch_size:(step + 1) * batch_size]
        prediction = softmax(forward(model, inputs[step * batch_size:(step + 1) * batch_size])["y"])
        ce -= np.sum(t * np.log(prediction))
        acc += np.sum(np.argmax(prediction, axis=1) == np.argmax(t, axis=1))
    return ce / num_cases, acc / num_cases


def train(model, forward, backward, update, alpha, num_epochs, batch_size):
    inputs_train, inputs_valid, inputs_test, target_train, target_valid, target_test = load_data(
        "data/toronto_face.npz")
    num_train_cases = inputs_train.shape[0]
    rnd_idx = np.arange(num_train_cases)
    train_ce_list, valid_ce_list = [], []
    if batch_size == -1:
        batch_size = num_train_cases
    for epoch in range(num_epochs):
        np.random.shuffle(rnd_idx)
        inputs_train, target_train = inputs_train[rnd_idx], target_train[rnd_idx]
        for step in range(int(np.ceil(num_train_cases / batch_size))):
            x = inputs_train[step * batch_size:(step + 1) * batch_size]
            t = target_train[step * batch_size:(step + 1) * batch_size]
            var = forward(model, x)
            prediction = softmax(var["y"])
            train_ce = -np.sum(t * np.log(prediction)) / float(x.shape[0])
            backward(model, (prediction - t) / float(x.shape[0]), var)
            update(model, alpha)
        valid_ce, _ = evaluate(
            inputs_valid, target_valid, model, forward, batch_size=batch_size)
        train_ce_list.append((epoch, train_ce))
        valid_ce_list.append((epoch, valid_ce))
        display_plot(train_ce_list, valid_ce_list, "Cross Entropy", number=0)
        fig, ax = plt.subplots()
        ax.plot(np.array(train_ce_list)[:, 1])
        plt.savefig("epoch.png")
    test_ce, _ = evaluate(inputs_test, target_test, model, forward, batch_size=batch_size)
    print("Test CE %.5f" % test_ce)
    return model, {"train_ce": train_ce_list, "valid_ce": valid_ce_list}, test_ce
