# Files and folders for a while, and how much room there is.
import pathlib
import shutil
import tempfile


def double(number):
    with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile("w+") as named, tempfile.SpooledTemporaryFile() as spooled:
        path = pathlib.Path(folder, "a", "b.txt")
        path.parent.mkdir()
        path.write_text(str(number))
        named.write(path.read_text())
        named.seek(0)
        spooled.write(named.read().encode())
        spooled.rollover()
        spooled.seek(0)
        assert shutil.disk_usage(folder).free > 0
        return 2 * int(spooled.read())
