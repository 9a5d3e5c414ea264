import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// Landlock alone, without the walls that would hide whether it does anything.

const project = fileURLToPath(new URL('../../..', import.meta.url))

const PROGRAM = `
import ctypes, json, os, signal, socket, subprocess, sys, tempfile
import landlock

libc = ctypes.CDLL(None, use_errno=True)
version = landlock.version(libc)
mine, other = tempfile.mkdtemp(), tempfile.mkdtemp()
server = socket.create_server(("127.0.0.1", 0))
libc.prctl(38, 1, 0, 0, 0)
parent = os.getpid()

def can(action):
    try:
        action()
    except OSError:
        return False
    return True

def inside(programs, network):
    reading, writing = os.pipe()
    if os.fork() == 0:
        landlock.restrict(libc, version, [mine, "/dev"], programs, network)
        told = {
            "write its own": can(lambda: open(f"{mine}/file", "w").close()),
            "read others'": can(lambda: os.listdir(other)),
            "write others'": can(lambda: open(f"{other}/file", "w").close()),
            "make a folder": can(lambda: os.mkdir(f"{other}/folder")),
            "write to a device": can(lambda: open("/dev/null", "w").close()),
            "start a program": can(lambda: subprocess.run(["/bin/true"])),
            "signal its parent": can(lambda: os.kill(parent, 0)),
            "connect": can(lambda: socket.create_connection(server.getsockname()).close()),
        }
        os.write(writing, json.dumps(told).encode())
        os._exit(0)
    os.close(writing)
    os.wait()
    return json.loads(os.read(reading, 10_000))

print(json.dumps([version, *(inside(*each) for each in (([], False), (["/"], True)))] if version else [0]))
`

test('a job restricted by Landlock writes in its own folder only, and starts, signals and connects to nothing it may not', ({ skip }) => {
  const told = execFileSync(`${project}/.python/bin/python`, ['-B', '-c', PROGRAM], { cwd: `${project}/runtime`, encoding: 'utf8' })
  const [version, strict, loose] = JSON.parse(told) as [number, Record<string, boolean>, Record<string, boolean>]
  skip(version === 0, 'this kernel has no Landlock')
  const files = {
    'write its own': true,
    "read others'": true,
    "write others'": false,
    'make a folder': false,
    'write to a device': true,
  }
  const signal = { 'signal its parent': version < 6 }
  expect(strict).toEqual({ ...files, ...signal, 'start a program': false, connect: version < 4 })
  expect(loose).toEqual({ ...files, ...signal, 'start a program': true, connect: true })
})
