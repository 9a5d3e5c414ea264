# Linear algebra, transforms, sums by letters, sorting, masks, strings, structured arrays.
import numpy as np


def double(number):
    a = np.random.default_rng(0).normal(size=(6, 6)) + 6 * np.eye(6)
    q, r = np.linalg.qr(a)
    np.testing.assert_allclose(q @ r, a)
    np.testing.assert_allclose(np.fft.ifft(np.fft.fft(a)).real, a)
    np.testing.assert_allclose(np.einsum("ij,jk->ik", a, np.linalg.inv(a)), np.eye(6), atol=1e-9)
    values, _ = np.linalg.eigh(a + a.T)
    np.linalg.svd(a), np.linalg.solve(a, a), np.linalg.det(a)
    people = np.array([("x", 1.5), ("y", 2.5)], dtype=[("name", "U5"), ("size", "f8")])
    assert np.all(np.diff(values) >= 0) and people[people["size"] > 2]["name"][0] == "y" and np.char.upper(people["name"])[0] == "X"
    return int(np.full(2, number).sum())
