import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.mjs'
import { step, SetupError } from './progress.mjs'
import { hashOf, PROJECT, readJson, requireRoom, SETUP, writeJson } from './project.mjs'

/** Installs the packages of the lock file when it, Node or the machine changed, or when an earlier install did not finish. */
export async function nodeModules() {
  const key = hashOf([join(PROJECT, 'package-lock.json')], process.version.split('.')[0], process.platform, process.arch)
  const marker = join(SETUP, 'node-modules.json')
  if (readJson(marker)?.key === key && existsSync(join(PROJECT, 'node_modules', '.package-lock.json'))) return
  requireRoom(700, 'node_modules')
  writeJson(marker, { key: 'unfinished' })
  const progress = step('Packages from npm')
  // NODE_ENV=production would leave out what builds the client; install scripts are not needed: what one of them did, src/postgres does.
  const { NODE_ENV: _, ...env } = process.env
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http']
  let fetched = 0
  const onLine = (line) => {
    if (/http (fetch|cache)/.test(line)) progress.update(`${++fetched} fetched,`)
  }
  const npm = process.env.npm_execpath
  const result = await (npm?.endsWith('.js') || npm?.endsWith('.cjs')
    ? run(process.execPath, [npm, ...args], { cwd: PROJECT, env, onLine })
    : run('npm', args, { cwd: PROJECT, env, onLine }))
  if (result.code !== 0) {
    progress.fail()
    throw new SetupError(
      `npm could not install the packages:\n${errorLines(result.output)}`,
      'Check the network and the disk, then run the same command again; a half-finished install is redone.',
    )
  }
  writeJson(marker, { key })
  progress.done()
}

function errorLines(output) {
  const lines = output.split('\n')
  const errors = lines.filter((line) => /error/i.test(line))
  return (errors.length > 0 ? errors : lines).slice(-8).join('\n')
}
