def record(totals, gates, people):
    for gate, count in zip(gates.tolist(), people.tolist(), strict=True):
        if not 0 <= gate < len(totals):
            raise IndexError(gate)
        totals[gate] += count
