#!/usr/bin/python3
"""Trains the course report's network with the report's own algorithm, in NumPy: numpy_report.py IMAGES SECONDS.

IMAGES: a folder with upstream's files, inflated. Prints images per second; without arguments, which NumPy this is, as its
speed is that of the BLAS library behind it. The gradient is the report's, which divides by
the batch size once a layer; it takes as long as the exact one.
"""

import pathlib
import re
import sys
import time

import numpy as np

WIDTHS = (784, 392, 128, 10)
BATCH = 100
LEARNING_RATE = np.float32(0.1)
WARM_UP_SECONDS = 0.5


def read_images(folder):
    """Pixels from 0 to 1 and one-hot labels, in float32."""
    pixels = np.fromfile(f"{folder}/train-images-idx3-ubyte", np.uint8)[16:].reshape(-1, WIDTHS[0])
    labels = np.fromfile(f"{folder}/train-labels-idx1-ubyte", np.uint8)[8:]
    return pixels.astype(np.float32) / np.float32(255), np.eye(WIDTHS[-1], dtype=np.float32)[labels]


def first_parameters():
    """He normal; the report does not say."""
    rng = np.random.default_rng(1)
    shapes = list(zip(WIDTHS[:-1], WIDTHS[1:]))
    weights = [(rng.standard_normal(s) * np.sqrt(2 / s[0])).astype(np.float32) for s in shapes]
    biases = [np.zeros((1, outputs), np.float32) for _, outputs in shapes]
    return weights, biases


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def train_step(x, y, weights, biases):
    """One step in place; returns the loss before it."""
    w1, w2, w3 = weights
    b1, b2, b3 = biases
    m = np.float32(len(x))

    z1 = x @ w1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ w2 + b2
    a2 = np.maximum(z2, 0)
    p = softmax(a2 @ w3 + b3)
    loss = -np.sum(y * np.log(p + np.float32(1e-8))) / m

    dz3 = (p - y) / m
    dz2 = (dz3 @ w3.T) * (z2 > 0) / m
    dz1 = (dz2 @ w2.T) * (z1 > 0) / m
    for w, b, inputs, dz in ((w1, b1, x, dz1), (w2, b2, a1, dz2), (w3, b3, a2, dz3)):
        w -= LEARNING_RATE * (inputs.T @ dz)
        b -= LEARNING_RATE * dz.sum(axis=0, keepdims=True)
    return loss


def batches(x, y):
    while True:
        for first in range(0, len(x) - BATCH + 1, BATCH):
            yield x[first : first + BATCH], y[first : first + BATCH]


def train_for(seconds, source, parameters):
    """Images per second."""
    images = 0
    began = time.perf_counter()
    while (elapsed := time.perf_counter() - began) < seconds:
        x, y = next(source)
        train_step(x, y, *parameters)
        images += len(x)
    return images / elapsed


def describe():
    """Which NumPy, and which BLAS the system gave it."""
    libraries = re.findall(r"/([^/\s]*(?:blas|mkl|blis)[^/\s]*)$", pathlib.Path("/proc/self/maps").read_text(), re.MULTILINE)
    found = [name for name in dict.fromkeys(libraries) if not name.startswith("_")]
    return f"NumPy {np.__version__} on {', '.join(found) or 'no BLAS'}"


def main():
    if len(sys.argv) == 1:
        print(describe())
        return
    folder, seconds = sys.argv[1], float(sys.argv[2])
    source, parameters = batches(*read_images(folder)), first_parameters()
    train_for(WARM_UP_SECONDS, source, parameters)
    print(train_for(seconds, source, parameters))


main()
