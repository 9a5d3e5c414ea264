import { expect, test } from 'vitest'
import { UserError } from '../domain/user-error.ts'
import { command } from './command.ts'
import { recordedShell } from './recorded-shell.ts'

const greet = command({
  meta: { name: 'greet', description: 'Greet someone.' },
  args: {
    who: { type: 'positional', required: true, description: 'Whom.' },
    loud: { type: 'boolean', description: 'Loudly.' },
    open: { type: 'boolean', default: true, description: 'Openly.' },
    times: { type: 'string', description: 'How often.' },
  },
  run: async ({ who, loud, open, times }, shell) => {
    shell.stdout.write(JSON.stringify({ who, loud: loud === true, open, times }))
    return 0
  },
})

async function greeting(...args: readonly string[]): Promise<unknown> {
  const shell = recordedShell({ project: '/nowhere' })
  await greet.run(args, shell)
  return JSON.parse(shell.written())
}

test('arguments are read in any order', async () => {
  expect(await greeting('--times', '2', 'you', '--loud', '--no-open')).toEqual({ who: 'you', loud: true, open: false, times: '2' })
  expect(await greeting('you', '--times=2')).toEqual({ who: 'you', loud: false, open: true, times: '2' })
})

test.each([[['you', '--lound']], [['you', '-x']], [['you', '--no-lound']], [['you', 'me']], [[]]])(
  '%j is refused with a remedy',
  async (args) => {
    const refused = greet.run(args, recordedShell({ project: '/nowhere' }))
    await expect(refused).rejects.toThrow(UserError)
    await expect(refused).rejects.toMatchObject({ where: 'onsite greet', fix: '`onsite greet --help` lists its arguments.' })
  },
)

test('help names every argument', async () => {
  const usage = await greet.usage()
  for (const word of ['WHO', '--loud', '--no-open', '--times']) expect(usage).toContain(word)
})

test('a command that takes flags only refuses anything else', async () => {
  const list = command({ meta: { name: 'list', description: 'List.' }, args: {}, run: async () => 0 })
  await expect(list.run(['all'], recordedShell({ project: '/nowhere' }))).rejects.toThrow('"all" is one argument too many.')
})
