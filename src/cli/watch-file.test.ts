import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { watchFile } from './watch-file.ts'

function watched(onSave: (text: string) => Promise<void> = async () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-watch-'))
  const file = join(folder, 'answer.py')
  writeFileSync(file, 'start')
  const saves: string[] = []
  const stop = new AbortController()
  const done = watchFile(file, stop.signal, async (text) => {
    saves.push(text)
    await onSave(text)
  })
  onTestFinished(async () => {
    stop.abort()
    await done
    rmSync(folder, { recursive: true })
  })
  return { folder, file, saves, stop, done }
}

test('each save is seen once, also where the editor puts a new file in the old one’s place', async () => {
  const { folder, file, saves } = watched()
  writeFileSync(file, 'one')
  await vi.waitFor(() => expect(saves).toEqual(['one']), { timeout: 10_000 })
  writeFileSync(join(folder, 'answer.py~'), 'two')
  renameSync(join(folder, 'answer.py~'), file)
  await vi.waitFor(() => expect(saves).toEqual(['one', 'two']), { timeout: 10_000 })
})

test('a save that changes nothing, and another file, are no saves', async () => {
  const { folder, file, saves } = watched()
  writeFileSync(file, 'start')
  writeFileSync(join(folder, 'other.py'), 'x')
  writeFileSync(file, 'changed')
  await vi.waitFor(() => expect(saves).toEqual(['changed']), { timeout: 10_000 })
})

test('of saves during a judgement only the last counts, and none is lost', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const { file, saves } = watched(async (text) => {
    if (text === 'one') await held
  })
  writeFileSync(file, 'one')
  await vi.waitFor(() => expect(saves).toEqual(['one']), { timeout: 10_000 })
  writeFileSync(file, 'two')
  writeFileSync(file, 'three')
  release()
  await vi.waitFor(() => expect(saves).toEqual(['one', 'three']), { timeout: 10_000 })
})

test('it ends with the signal', async () => {
  const { stop, done } = watched()
  stop.abort()
  await done
})
