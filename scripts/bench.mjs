// `npm run bench`: sets up like `npm start`, then measures. `--rounds <n>` for a quick look, `--json` for the raw numbers.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { nodeModules } from './node-modules.mjs'
import { main } from './progress.mjs'
import { PROJECT, requireNode } from './project.mjs'
import { pythonEnvironment } from './python.mjs'
import { requireAll, systemPackages } from './system.mjs'

await main(async () => {
  const args = process.argv.slice(2)
  // Standard output is the JSON's alone.
  if (args.includes('--json')) console.log = console.error
  requireNode()
  requireAll(await systemPackages(['bubblewrap', 'chromium']))
  await nodeModules()
  await pythonEnvironment()
  await build()
  const tsx = join(PROJECT, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const bench = spawn(process.execPath, [tsx, join(PROJECT, 'bench', 'main.ts'), ...args], { cwd: PROJECT, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => bench.kill(signal))
  return new Promise((resolve) => bench.on('exit', (code) => resolve(code ?? 1)))
})
