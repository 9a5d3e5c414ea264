"""Which processes there are where the system has no /proc (macOS): by `ps`, coarser and slower. What differs between systems in looking at jobs is here."""
import subprocess

COMMAND = ("ps", "-A", "-o", "pid=", "-o", "ppid=", "-o", "rss=", "-o", "time=")


def table():
    """By process id: its parent's, CPU seconds, bytes in RAM."""
    try:
        printed = subprocess.run(COMMAND, capture_output=True, text=True, timeout=5).stdout
    except (OSError, subprocess.SubprocessError):
        return {}
    found = {}
    for line in printed.splitlines():
        pid, parent, kilobytes, time = line.split()
        found[int(pid)] = (int(parent), seconds(time), int(kilobytes) * 1024)
    return found


def seconds(text):
    """`2-03:04:05`, `3:04:05`, `4:05.67` as seconds."""
    days, _, clock = text.rpartition("-")
    total = float(days or 0)
    for place, part in enumerate(clock.split(":")):
        total = total * (24 if place == 0 and clock.count(":") == 2 else 60) + float(part)
    return total
