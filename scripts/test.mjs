// `npm test`: sets up like `npm start`, then proves types, style, units, content and whole journeys. One closing line counts them.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { nodeModules } from './node-modules.mjs'
import { main } from './progress.mjs'
import { PROJECT, readJson, requireNode, SETUP } from './project.mjs'
import { pythonEnvironment } from './python.mjs'
import { requireAll, sayMissing, systemPackages } from './system.mjs'

const bin = (name) => join(PROJECT, 'node_modules', '.bin', name)

await main(async () => {
  requireNode()
  const missing = await systemPackages(['bubblewrap', 'chromium'])
  if (process.env.CI) requireAll(missing)
  else sayMissing(missing)
  await nodeModules()
  await pythonEnvironment()
  await build()

  let passed = 0
  let failed = 0
  const check = async (what, command, args) => {
    console.log(`\n── ${what}`)
    const code = await show(command, args)
    if (code === 0) passed += 1
    else failed += 1
    if (code !== 0) console.log(`✗ ${what} (exit ${code})`)
  }
  const tests = async (what, project) => {
    console.log(`\n── ${what}`)
    const file = join(SETUP, `${project}.json`)
    const code = await show(bin('vitest'), [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ])
    const report = readJson(file)
    passed += report?.numPassedTests ?? 0
    failed += report?.numFailedTests ?? 0
    // A file that cannot be loaded fails no test: it must not pass silently.
    if (code !== 0 && (report?.numFailedTests ?? 0) === 0) failed += 1
  }

  await check('types', bin('tsc'), ['-p', '.'])
  await check('lint', bin('oxlint'), ['--type-aware', 'src', 'test', 'bench', 'scripts', 'bin'])
  await check('format', bin('biome'), ['format'])
  await check('dead code', bin('knip'), [])
  await tests('units', 'unit')
  await check('content', process.execPath, [join(PROJECT, 'dist', 'node', 'main.js'), 'check', '--ci'])
  await tests('journeys in a browser', 'journeys')

  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})

function show(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: PROJECT, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
