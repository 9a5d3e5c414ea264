import numpy as np
from scipy.stats import hypergeom


def chance_of_repair(tries, repaired, ks):
    n, c = np.asarray(tries)[:, np.newaxis], np.asarray(repaired)[:, np.newaxis]
    k = np.array(ks, dtype=int)[np.newaxis, :]
    if np.any((c < 0) | (c > n)) or np.any(k < 1):
        raise ValueError("impossible counts")
    out = np.full(np.broadcast_shapes(n.shape, k.shape), np.nan)
    n, c, k = np.broadcast_arrays(n, c, k)
    possible = n >= k
    out[possible] = hypergeom.sf(0, n[possible], c[possible], k[possible])
    return out
