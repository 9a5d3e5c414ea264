import { execFileSync, spawnSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { PROJECT, temporaryHome } from './onsite.ts'

/** `nobody`: initdb wants an account that has a name. */
const ORDINARY = '65534'

/** Runs Onsite's command line as an account without rights; as root that means leaving root behind, folders closed to others included. */
function asOrdinary(home: string, args: readonly string[]): { readonly code: number | null; readonly output: string } {
  const command = [process.execPath, 'dist/node/main.js', ...args]
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', HOME: home, ONSITE_HOME: join(home, 'onsite') }
  const root = process.getuid?.() === 0
  if (root) execFileSync('chown', [ORDINARY, home])
  const result = root
    ? spawnSync('unshare', ['--mount', '--propagation', 'private', 'sh', '-ec', VIEW, 'sh', PROJECT, pythonBase(), ORDINARY, ...command], {
        env,
      })
    : spawnSync(command[0] ?? '', command.slice(1), { cwd: PROJECT, env })
  return { code: result.status, output: `${result.stdout.toString()}${result.stderr.toString()}` }
}

/** The project and Python's own folder where the account can reach them, whatever stands above them. */
const VIEW = `
project=$1; base=$2; account=$3; shift 3
mount -t tmpfs -o mode=0755 tmpfs /mnt
mkdir /mnt/onsite /mnt/base
mount --bind "$project" /mnt/onsite
mount --bind "$base" /mnt/base
case "$base" in /root/*) mount -t tmpfs -o mode=0755 tmpfs /root; mkdir -p "$base"; mount --bind /mnt/base "$base";; esac
cd /mnt/onsite
exec setpriv --reuid "$account" --regid "$account" --clear-groups "$@"`

function pythonBase(): string {
  return dirname(dirname(realpathSync(join(PROJECT, '.python', 'bin', 'python'))))
}

test('an ordinary account has its code judged, in the sandbox and in the database', async () => {
  const { home, remove } = await temporaryHome()
  const python = asOrdinary(home, ['run', 'scores-that-overflow', 'content/tensors/exercises/scores-that-overflow/solution.py'])
  expect(python.output).toMatch(/passed\s+16 of 16 checks/)
  expect(python.code).toBe(0)
  const sql = asOrdinary(home, ['run', 'patients-to-remind', 'content/big-data/exercises/patients-to-remind/solution.sql'])
  expect(sql.output).toMatch(/passed\s+9 of 9 checks/)
  await remove()
})
