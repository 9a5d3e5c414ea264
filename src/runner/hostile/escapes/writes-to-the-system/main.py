# Any place but its own home: the system, Python, its packages, our programs, the devices.
import os
import sys

import codec

done = []
places = {"/", "/usr", "/usr/lib", "/bin", "/lib", "/dev", "/run", "/etc", sys.prefix, sys.base_prefix, os.path.dirname(codec.__file__), *filter(os.path.isdir, sys.path)}
for place in sorted(places):
    try:
        open(os.path.join(place, "planted"), "x").close()
        done.append(place)
    except OSError:
        pass
for path in (codec.__file__, os.__file__, sys.executable, "/bin/sh", "/dev/null"):
    for name, action in (
        ("append", lambda: path != "/dev/null" and open(path, "ab").close()),
        ("unlink", lambda: os.unlink(path)),
        ("rename", lambda: os.rename(path, path + ".old")),
        ("chmod", lambda: os.chmod(path, 0o777)),
        ("touch", lambda: os.utime(path, (0, 0))),
        ("truncate", lambda: os.truncate(path, 0)),
        ("xattr", lambda: os.setxattr(path, "user.onsite", b"x")),
        ("link over", lambda: os.symlink("/dev/null", path)),
    ):
        try:
            if action() is None:
                done.append(f"{name} {path}")
        except OSError:
            pass


def double(number):
    return ", ".join(done) or "nothing"
