import type { Instruction } from './dockerfile.ts'
import { baseName, commandsOf } from './shell.ts'

/** A command that installs Python packages. */
export interface Install {
  /** Folder that they end up in. */
  readonly target: string
  /** A virtual environment works only where it was made. */
  readonly virtual: boolean
  /** The project itself rather than what it depends on: its own files decide. */
  readonly own: boolean
  readonly words: readonly string[]
}

/** What a command needs to know of its surroundings. */
export interface Surroundings {
  readonly workdir: string
  readonly env: ReadonlyMap<string, string>
  /** Virtual environments that were made before. */
  readonly environments: readonly string[]
}

/** The installs of a RUN: pip, uv, poetry, pdm, conda. */
export function installsOf(instruction: Instruction, around: Surroundings): readonly Install[] {
  if (instruction.keyword !== 'RUN') return []
  let known = around
  return commandsOf(instruction).flatMap((words) => {
    const made = environmentMadeBy(words, around.workdir)
    if (made !== undefined) known = { ...known, environments: [...known.environments, made] }
    const active = activated(words, around.workdir)
    if (active !== undefined) known = { ...known, env: new Map([...known.env, ['PATH', `${active}/bin`]]) }
    return isInstall(words) ? [{ ...targetOf(words, known), own: isOwn(words), words }] : []
  })
}

/** The environment that `. /opt/venv/bin/activate` puts in front, for the rest of the line. */
function activated(words: readonly string[], workdir: string): string | undefined {
  const [program, script = ''] = words
  if ((program !== '.' && program !== 'source') || !script.endsWith('/bin/activate')) return undefined
  return absolute(script.slice(0, -'/bin/activate'.length), workdir)
}

/** `python -m venv /opt/venv`, `uv venv /opt/venv`, `virtualenv /opt/venv`. */
export function environmentMadeBy(words: readonly string[], workdir: string): string | undefined {
  const index = words.findIndex((word) => baseName(word) === 'venv' || baseName(word) === 'virtualenv')
  const isCall = index === 0 || words[index - 1] === '-m' || baseName(words[index - 1] ?? '') === 'uv'
  if (index < 0 || !isCall) return undefined
  const path = words.slice(index + 1).find((word) => !word.startsWith('-'))
  return path === undefined ? (baseName(words[0] ?? '') === 'uv' ? absolute('.venv', workdir) : undefined) : absolute(path, workdir)
}

export function isInstall(words: readonly string[]): boolean {
  const line = words.map((word, index) => (index < 3 ? baseName(word) : word)).join(' ')
  return /^(pip3?(\.\d+)?|python3?(\.\d+)? -m pip|uv pip) (\S+ )*?(install|sync)\b|^uv sync\b|^poetry (\S+ )*?install\b|^pdm (install|sync)\b|^(conda|mamba|micromamba) (env )?(install|create|update)\b/.test(
    line,
  )
}

function isOwn(words: readonly string[]): boolean {
  const isProject = (word: string) => word === '.' || word === './' || /^\.\[.*\]$/.test(word)
  return words.some(isProject) && !words.includes('-r')
}

function targetOf(words: readonly string[], { workdir, env, environments }: Surroundings): Pick<Install, 'target' | 'virtual'> {
  const after = (...names: readonly string[]) => {
    for (const [index, word] of words.entries()) {
      for (const name of names) {
        if (word === name) return words[index + 1]
        if (word.startsWith(`${name}=`)) return word.slice(name.length + 1)
      }
    }
    return undefined
  }
  const folder = after('--prefix', '--target', '-t', '--root')
  if (folder !== undefined) return { target: absolute(folder, workdir), virtual: false }
  const program = words[0] ?? ''
  const own = environments.find((one) => program.startsWith(`${one}/bin/`))
  const python = after('--python', '-p')
  const chosen = own ?? environments.find((one) => python?.startsWith(one) === true)
  if (chosen !== undefined) return { target: chosen, virtual: true }
  if (words.includes('--user') || env.get('PIP_USER') === '1') return { target: '/root/.local', virtual: false }
  if (words.includes('--system') || env.get('UV_SYSTEM_PYTHON') === '1') return { target: '/usr/local', virtual: false }
  const first = (env.get('PATH') ?? '').split(':')[0] ?? ''
  const onPath = environments.find((one) => first === `${one}/bin`)
  if (onPath !== undefined) return { target: onPath, virtual: true }
  if (baseName(program) === 'uv' || baseName(program) === 'poetry' || baseName(program) === 'pdm') {
    const made = env.get('UV_PROJECT_ENVIRONMENT') ?? env.get('VIRTUAL_ENV') ?? environments.at(-1) ?? '.venv'
    return { target: absolute(made, workdir), virtual: true }
  }
  // An activated environment lasts as long as the shell of this line.
  return { target: '/usr/local', virtual: false }
}

export function absolute(path: string, workdir: string): string {
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : `${workdir}/${path}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}
