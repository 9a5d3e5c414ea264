import { imagesOf } from '../dockerfile/image.ts'
import { startOf } from '../dockerfile/start.ts'
import { finding, type Finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import type { DockerfileSubject } from './subject.ts'

/** The final image holds the installed Python packages, where they work: a virtual environment stays where it was made, and is on the PATH. */
export const packagesArrive = ruleOf('packages-arrive', {}, ({ file, setting }: DockerfileSubject) => {
  const image = imagesOf(file, setting).at(-1)
  const installs = image?.installs.filter(({ own }) => !own) ?? []
  if (image === undefined || installs.length === 0)
    return [
      finding(
        file.final.line,
        'The final image holds no installed packages.',
        'Install them in its stage, or copy the folder that they were installed in with `COPY --from=`.',
      ),
    ]
  const found: Finding[] = []
  for (const { virtual, target, made, line } of installs) {
    if (virtual && target !== made)
      found.push(
        finding(
          line,
          `A virtual environment that was made at ${made} does not work at ${target}: its programs name their place.`,
          'Copy it to the same path.',
        ),
      )
    else if (virtual && !isUsed(target))
      found.push(
        finding(
          line,
          `Nothing uses the packages in ${target}: the image starts another Python.`,
          `Put \`${target}/bin\` in front of PATH, or start \`${target}/bin/python\`.`,
        ),
      )
    else if (
      target !== made &&
      !['/usr/local', '/usr', '/root/.local'].includes(target) &&
      !isUsed(target) &&
      !target.includes('site-packages')
    )
      found.push(
        finding(line, `Python does not look for packages in ${target}.`, 'Copy them to `/usr/local`, or name the folder in PYTHONPATH.'),
      )
  }
  return found.slice(0, 2)

  function isUsed(folder: string): boolean {
    const env = image?.env ?? new Map<string, string>()
    const path = [env.get('PATH') ?? '', env.get('PYTHONPATH') ?? ''].join(':').split(':')
    const programs = startOf(file)?.commands ?? []
    return (
      path.some((one) => one === `${folder}/bin` || one === folder) || programs.some(([program = '']) => program.startsWith(`${folder}/`))
    )
  }
})
