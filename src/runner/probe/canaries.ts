import type { Limits, Permission, PythonRuntime } from '../../domain/runtime.ts'
import type { Verdict } from '../../domain/verdict.ts'

/** What the attacks aim at. */
export interface Aim {
  readonly port: number
  readonly socket: string
  readonly pid: number
  /** Paths that a job must not have. */
  readonly paths: readonly string[]
}

/**
 * One attack. Its program defines `through()`, which lists what it could do that it must not; where a wall is missing it does no
 * harm, since then it runs with our own rights: it knocks, it does not enter.
 */
export interface Canary {
  /** What must hold. */
  readonly name: string
  readonly runtime: PythonRuntime
  /** Also where there are no walls: judge and candidate are apart everywhere. */
  readonly everywhere?: true
  /** It takes a second or its interpreter does: its outcome is remembered between starts. */
  readonly slow?: true
  readonly source: (aim: Aim) => string
  /** The verdicts that mean that it holds. */
  readonly holds: readonly Verdict[]
  readonly limits?: Partial<Limits>
  readonly permissions?: readonly Permission[]
  /** An innocent program that runs beside it and must pass. */
  readonly beside?: string
  /** What a person can do when it fails. */
  readonly fix: string
}

const MIB = 1024 * 1024
const REPORT = 'Report it with what `npx onsite probe --json` prints: a wall of the sandbox is missing on this system.'
const INNOCENT = 'import time\n\ndef through():\n    time.sleep(0.2)\n    return []\n'

/** The one check of all of them. */
export const CHECK = 'nothing gets through'

/** tests.py of all of them. */
export const CHECKS = `from onsite import check, fail


@check("${CHECK}", visible=True)
def nothing(learner):
    through = learner.through()
    if through != []:
        fail(", ".join(map(str, through)))
`

/** In the order in which they run: what the others build on first, what takes long last. */
export const CANARIES: readonly Canary[] = [
  {
    name: 'A right answer passes',
    runtime: 'python',
    everywhere: true,
    source: () => 'def through():\n    return []\n',
    holds: ['passed'],
    fix: 'Run `npm start` again: it mends the Python environment.',
  },
  {
    name: 'A forged verdict is no pass',
    runtime: 'python',
    everywhere: true,
    source: () => `import json, os, struct

lines = [
    {"type": "plan", "checks": [{"name": "${CHECK}", "visible": True, "category": "example"}]},
    {"type": "check", "name": "${CHECK}", "outcome": "passed", "message": ""},
    {"type": "end"},
]
text = "".join(json.dumps(line) + "\\n" for line in lines).encode()
for descriptor in range(3, 1024):
    for data in (text, struct.pack("<I", len(text)) + text):
        try:
            os.write(descriptor, data)
        except OSError:
            pass
os._exit(0)
`,
    holds: ['errored'],
    fix: REPORT,
  },
  {
    name: 'No file of this machine is there',
    runtime: 'python',
    source: ({ paths }) => `import os

def through():
    found = [path for path in ${JSON.stringify(paths)} if os.path.lexists(path)]
    return found + [f"{path} can be written" for path in ("/", "/usr") if not os.statvfs(path).f_flag & os.ST_RDONLY]
`,
    holds: ['passed'],
    fix: REPORT,
  },
  {
    name: 'No connection leaves',
    runtime: 'python',
    source: (aim) => connecting(aim),
    holds: ['passed'],
    fix: REPORT,
  },
  {
    name: 'No connection leaves where a network of its own is allowed',
    runtime: 'python',
    permissions: ['loopback'],
    source: (aim) => connecting(aim),
    holds: ['passed'],
    fix: REPORT,
  },
  {
    name: 'No other process can be seen or killed',
    runtime: 'python',
    beside: INNOCENT,
    source: ({ pid }) => `import os, signal

def through():
    found = []
    for pid in (-1, ${pid}, *range(2, 200)):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            continue
        except OSError:
            pass
        found.append(f"process {pid}")
    if os.getpgrp() != os.getpid():  # a group reaches across pid namespaces
        found.append("a process group")
    if not found:  # nobody is there, by the kernel's word: now in earnest
        for kill, number in ((os.kill, -1), (os.kill, ${pid}), (os.killpg, 0)):
            try:
                kill(number, signal.SIGKILL)
            except OSError:
                pass
    return found[:5]
`,
    holds: ['passed'],
    fix: REPORT,
  },
  {
    name: 'No namespace, mount, trace or program',
    runtime: 'python',
    source: () => `import ctypes, errno, os

libc = ctypes.CDLL(None, use_errno=True)
REFUSED = (errno.EPERM, errno.EACCES, errno.ENOSYS)

def through():
    found = []
    for what, call in (
        ("unshare", lambda: libc.unshare(0x10000000)),
        ("setns", lambda: libc.setns(-1, 0)),
        ("mount", lambda: libc.mount(b"none", b"/onsite-nowhere", b"tmpfs", 0, None)),
        ("umount", lambda: libc.umount2(b"/onsite-nowhere", 0)),
        ("ptrace", lambda: libc.ptrace(0, 0, 0, 0)),
        ("io_uring", lambda: libc.syscall(425, 1, 0)),
        ("execve", lambda: libc.execv(b"/onsite-nowhere", (ctypes.c_char_p * 1)(None))),
    ):
        ctypes.set_errno(0)
        if call() != -1 or ctypes.get_errno() not in REFUSED:
            found.append(what)
    return found + (["setuid"] if libc.setuid(0) == 0 else [])
`,
    holds: ['passed'],
    fix: REPORT,
  },
  {
    name: 'No rights of root',
    runtime: 'python',
    source: () => `import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def through():
    found = ["root"] if 0 in os.getresuid() + os.getresgid() + tuple(os.getgroups()) else []
    found += [f"capability {number}" for number in range(41) if libc.prctl(23, number, 0, 0, 0) == 1]
    if libc.prctl(39, 0, 0, 0, 0) == 0:
        found.append("new privileges")
    return found
`,
    holds: ['passed'],
    fix: 'Start Onsite as an ordinary user, or set ONSITE_UID to the number of one.',
  },
  {
    name: 'Endless processes stop',
    runtime: 'python',
    source: () => `import os, time

def through():
    for _ in range(150):
        try:
            if os.fork() == 0:
                time.sleep(20)
                os._exit(0)
        except OSError:
            return []
    return ["150 processes were started"]
`,
    holds: ['passed'],
    fix: 'The limit of processes does not hold for root: start Onsite as an ordinary user.',
  },
  {
    name: 'A gigabyte of memory is refused',
    runtime: 'python',
    limits: { memoryBytes: 128 * MIB },
    // Zeros that nobody looks at take no memory, where no limit stops them.
    source: () => 'def through():\n    return [str(len(bytes(2**30))) + " bytes"]\n',
    holds: ['out-of-memory'],
    fix: REPORT,
  },
  {
    name: 'Shared memory is counted',
    runtime: 'python',
    limits: { memoryBytes: 32 * MIB, cpuMs: 3000 },
    source: () => `import mmap, time

def through():
    memory = mmap.mmap(-1, 256 * 2**20)
    for start in range(0, len(memory), 2**20):
        memory[start : start + 2**20] = bytes(2**20)
        time.sleep(0.002)
    time.sleep(0.5)
    return ["256 MB of shared memory"]
`,
    holds: ['out-of-memory'],
    fix: REPORT,
  },
  {
    name: 'A loop ends at its time',
    runtime: 'python',
    limits: { cpuMs: 200 },
    source: () => 'def through():\n    while True:\n        pass\n',
    holds: ['timed-out'],
    everywhere: true,
    fix: REPORT,
  },
  {
    name: 'A flood of output ends',
    runtime: 'python',
    everywhere: true,
    source: () => 'def through():\n    while True:\n        print("x" * 1000)\n',
    holds: ['too-much-output'],
    fix: REPORT,
  },
  {
    name: 'Large products of numpy do not hang',
    runtime: 'data',
    slow: true,
    everywhere: true,
    source: () => `import numpy as np

def through():
    a = np.ones((1500, 1500))
    product = a @ a
    np.linalg.svd(a[:200, :200])
    return [] if product[0, 0] == 1500 else ["wrong numbers"]
`,
    holds: ['passed'],
    fix: 'Run `npm start` again: it mends the Python environment.',
  },
  {
    name: 'Large products and gradients of PyTorch do not hang',
    runtime: 'torch',
    slow: true,
    everywhere: true,
    source: () => `import torch

def through():
    a = torch.ones(1500, 1500, requires_grad=True)
    (a @ a).sum().backward()
    layer = torch.nn.Conv2d(3, 8, 3)
    layer(torch.ones(8, 3, 64, 64)).sum().backward()
    return [] if a.grad[0, 0] == 3000 and layer.weight.grad is not None else ["wrong numbers"]
`,
    holds: ['passed'],
    fix: 'Run `npm start` again: it mends the Python environment.',
  },
]

function connecting({ port, socket }: Aim): string {
  return `import socket

def through():
    found = []
    for family, where in ((socket.AF_INET, ("127.0.0.1", ${port})), (socket.AF_UNIX, "\\0${socket}")):
        try:
            with socket.socket(family) as connection:
                connection.settimeout(2)
                connection.connect(where)
        except OSError:
            continue
        found.append("this machine's network" if family == socket.AF_INET else "this machine's sockets")
    return found
`
}
