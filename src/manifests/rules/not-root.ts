import { z } from 'zod'
import { shipped } from '../dockerfile/dockerfile.ts'
import { imagesOf } from '../dockerfile/image.ts'
import { baseName, commandsOf } from '../dockerfile/shell.ts'
import { finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import type { DockerfileSubject } from './subject.ts'

/** The image runs as somebody else than root, who exists; with `numeric` by number, so that Kubernetes can tell (`runAsNonRoot`). */
export const notRoot = ruleOf('not-root', { numeric: z.boolean().default(false) }, ({ file, setting }: DockerfileSubject, { numeric }) => {
  const user = imagesOf(file, setting).at(-1)?.user
  if (user === undefined)
    return [finding(file.final.line, 'The image runs as root: no USER is set.', 'Make a user and switch to it: `USER 10001`.')]
  const [name = ''] = user.name.split(':')
  if (name === '' || name === 'root' || /^0+$/.test(name))
    return [finding(user.line, `The image runs as root: \`USER ${user.name}\`.`, 'Switch to another user, e.g. `USER 10001`.')]
  if (/^\d+$/.test(name)) return []
  if (numeric)
    return [
      finding(
        user.line,
        `Kubernetes cannot tell whether "${name}" is root, and refuses to start it with \`runAsNonRoot\`.`,
        'Write the number: `USER 10001`.',
      ),
    ]
  const made = shipped(file)
    .filter(({ keyword }) => keyword === 'RUN')
    .some((instruction) =>
      commandsOf(instruction).some((words) => /^(useradd|adduser)$/.test(baseName(words[0] ?? '')) && words.includes(name)),
    )
  return made || setting.users.includes(name)
    ? []
    : [
        finding(
          user.line,
          `Nothing makes the user "${name}": the container does not start.`,
          `Make it before: \`RUN useradd --uid 10001 ${name}\`.`,
        ),
      ]
})
