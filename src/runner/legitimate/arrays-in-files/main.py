# Saved, packed, mapped, as text.
import numpy as np


def double(number):
    a = np.arange(12.0).reshape(3, 4)
    np.save("a.npy", a)
    np.savez_compressed("a.npz", a=a)
    np.savetxt("a.csv", a, delimiter=",")
    mapped = np.memmap("a.raw", dtype="f8", mode="w+", shape=a.shape)
    mapped[:] = np.load("a.npy", mmap_mode="r")
    mapped.flush()
    assert (np.load("a.npz")["a"] == mapped).all() and (np.loadtxt("a.csv", delimiter=",") == a).all() and (np.fromfile("a.raw") == a.ravel()).all()
    return number * 2
