# caught by: lengths that differ
# zip stops at the shorter one and drops the rest without a word.
def record(totals, gates, people):
    for gate, count in zip(gates, people):
        if gate < 0 or gate >= len(totals):
            raise IndexError(gate)
        totals[gate] += count
