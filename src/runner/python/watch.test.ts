import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { Runtime } from '../../domain/runtime.ts'
import { createBlobs } from '../blobs.ts'
import { createPythonEngine } from './engine.ts'

// Memory that shows in no process's own, or in several at once.

const project = fileURLToPath(new URL('../../..', import.meta.url))
const blobs = createBlobs()
const engine = createPythonEngine({ project, blobs, slots: 1 })
afterAll(() => engine.close())
await engine.warm('python')
const isolated = engine.isolation().mode === 'isolated'
const MIB = 1024 * 1024

function run(source: string, runtime: Runtime = 'python') {
  const limits = { cpuMs: 20_000, wallMs: 30_000, memoryBytes: 64 * MIB, outputBytes: 64 * 1024 }
  const job = { id: 'watch', kind: 'run', checks: 'all', runtime, limits, permissions: [], seed: 1 } as const
  return engine.execute({ ...job, files: { 'main.py': blobs.put(source) } }, () => undefined, new AbortController().signal)
}

test.skipIf(!isolated)('page tables are memory: a huge mapping of which every second megabyte is read ends the job', async () => {
  const { verdict, message } = await run(`
import ctypes, time
libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
size = 2**39
place = libc.mmap(None, ctypes.c_size_t(size), 1, 0x4022, -1, ctypes.c_long(0))
libc.madvise(ctypes.c_void_p(place), ctypes.c_size_t(size), 15)
for offset in range(0, size, 2**21):
    ctypes.c_char.from_address(place + offset).value
time.sleep(20)`)
  expect(verdict).toBe('out-of-memory')
  expect(message).toBe('It used more than 64 MB of memory.')
})

test.skipIf(!isolated)('what the kernel holds for full sockets is memory', async () => {
  const { verdict, message } = await run(`
import os, socket, time
for _ in range(20):
    if os.fork() == 0:
        held = []
        try:
            while True:
                held.append(socket.socketpair())
                for end in held[-1]:
                    end.setblocking(False)
                    try:
                        while True:
                            end.send(b"x" * 100_000)
                    except BlockingIOError:
                        pass
        except OSError:
            time.sleep(20)
time.sleep(20)`)
  expect(verdict).toBe('out-of-memory')
  expect(message).toBe('It used more than 64 MB of memory.')
})

test.skipIf(!isolated)('files on the small disk are memory, once, though they are mapped as well', async () => {
  const { verdict, memoryBytes } = await run(`
import mmap, time
with open("file", "w+b") as file:
    file.write(bytes(15 * 2**20))
    file.flush()
    with mmap.mmap(file.fileno(), 0) as view:
        total = sum(view[::4096])
        time.sleep(0.2)`)
  expect(verdict).toBe('passed')
  expect(memoryBytes).toBeGreaterThan(15 * MIB)
  expect(memoryBytes).toBeLessThan(30 * MIB)
})

test.skipIf(!isolated)("what children share with their parent is counted once: a pool may read its parent's large list", async () => {
  const { verdict, message } = await run(`
import multiprocessing, time
data = bytearray(24 * 2**20)
data[::4096] = b"x" * (len(data) // 4096)

def look(place):
    time.sleep(0.02)
    return sum(data[place :: 2**20])

with multiprocessing.get_context("fork").Pool(8) as pool:
    print(sum(pool.map(look, range(64))))`)
  expect(message).toBe('')
  expect(verdict).toBe('passed')
})

test.skipIf(!isolated)('copies that children make of what they inherited from the interpreter are counted', async () => {
  const { verdict, message } = await run(
    `
import gc, os, time
for _ in range(12):
    if os.fork() == 0:
        gc.unfreeze()
        [thing for thing in gc.get_objects()]  # writes to each of them: it counts who refers to it
        time.sleep(20)
        os._exit(0)
time.sleep(20)`,
    'data',
  )
  expect(verdict).toBe('out-of-memory')
  expect(message).toBe('It used more than 64 MB of memory.')
})
