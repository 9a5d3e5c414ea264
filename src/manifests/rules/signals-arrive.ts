import { isShell } from '../dockerfile/shell.ts'
import { startOf } from '../dockerfile/start.ts'
import { finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import type { DockerfileSubject } from './subject.ts'

/** SIGTERM reaches the server: it is started in the exec form, or a shell makes room for it by `exec`. */
export const signalsArrive = ruleOf('signals-arrive', {}, ({ file }: DockerfileSubject) => {
  const start = startOf(file)?.instruction
  if (start === undefined) return [finding(file.final.line, 'The image does not say what it starts.', 'Write an ENTRYPOINT or a CMD.')]
  const { json, text, line, keyword } = start
  if (json === undefined && text.trimStart().startsWith('['))
    return [
      finding(
        line,
        'This is no JSON list, so it is given to a shell as it stands.',
        'Use double quotes and commas: `["python", "serve.py"]`.',
      ),
    ]
  const shell = json === undefined ? text : isShell(json) ? (json[2] ?? '') : undefined
  if (shell === undefined || /(^|[;&]\s*|\n\s*)exec\s+\S/.test(shell)) return []
  return [
    finding(
      line,
      `A shell is process 1 here and does not hand SIGTERM on: the server is killed in the middle of its requests.`,
      `Write the exec form: \`${keyword} ["python", "serve.py"]\`.`,
    ),
  ]
})
