# Optimising, integrating, sparse systems, statistics, signals, graphs.
import numpy as np
import scipy
from scipy import integrate, optimize, signal, sparse, stats
from scipy.sparse import csgraph, linalg


def double(number):
    best = optimize.minimize(optimize.rosen, [0.0, 0.0], method="BFGS").x
    area, _ = integrate.quad(np.sin, 0, np.pi)
    matrix = sparse.diags([2.0, -1.0, -1.0], [0, 1, -1], shape=(50, 50), format="csc")
    solved = linalg.spsolve(matrix, np.ones(50))
    distances = csgraph.dijkstra(sparse.csr_array([[0, 2], [0, 0]]))
    way = integrate.solve_ivp(lambda t, y: -y, (0, 1), [1.0])
    assert np.allclose(best, 1, atol=1e-3) and abs(area - 2) < 1e-9 and np.allclose(matrix @ solved, 1) and distances[0, 1] == 2
    assert stats.ttest_ind([1, 2, 3], [1, 2, 4]).pvalue > 0.1 and len(signal.convolve([1, 1], [1, 1])) == 3 and way.success and scipy.special.gamma(5) == 24
    return int(optimize.linprog([1], bounds=[(number, None)]).x[0]) * 2
