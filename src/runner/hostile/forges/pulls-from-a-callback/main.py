# Uses a callback as an iterator, and an iterator as a callback.
def visit(tell):
    (harness,) = [cell.cell_contents for cell in tell.__closure__ if hasattr(cell.cell_contents, "ask")]
    (number,) = [cell.cell_contents for cell in tell.__closure__ if type(cell.cell_contents) is int]
    return [harness.ask({"pull": number}), harness.ask({"callback": number, "args": (), "kwargs": {"__class__": 1}})]
