def lay_out(costs, devices):
    """Return (peak, starts): the smallest peak load, and each device's first layer."""
    raise NotImplementedError
