import { execFile } from 'node:child_process'
import { release } from 'node:os'
import { ownAccount, programPath } from '../../host/this-machine.ts'
import { runtimeHash } from '../runtime-hash.ts'

/** What the outcomes of probes hang on: kernel, processor, account, sandbox program, and our own programs with their pins. */
export async function systemOf(project: string): Promise<string> {
  const { uid } = ownAccount()
  return [release(), process.arch, uid, await bubblewrapVersion(), await runtimeHash(project)].join(' ')
}

function bubblewrapVersion(): Promise<string> {
  return new Promise((resolve) => {
    execFile('bwrap', ['--version'], { env: { PATH: programPath() } }, (error, printed) =>
      resolve(error === null ? printed.trim().replaceAll(' ', '-') : 'no-bubblewrap'),
    )
  })
}
