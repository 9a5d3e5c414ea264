# Walks, globs, links, renames and changes rights in its own home.
import os
import pathlib


def double(number):
    home = pathlib.Path("tree")
    home.mkdir(exist_ok=True)
    (home / "number").write_text(str(number))
    os.chmod(home / "number", 0o600)
    link = home / "link"
    link.unlink(missing_ok=True)
    link.symlink_to("number")
    os.replace(home / "number", home / "moved")
    os.link(home / "moved", home / "number")
    found = sorted(path.name for path in home.rglob("*"))
    os.unlink(home / "moved")
    assert found == ["link", "moved", "number"] and os.walk(home)
    return 2 * int(link.read_text())
