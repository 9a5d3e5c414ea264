import { z } from 'zod'
import { shipped } from '../dockerfile/dockerfile.ts'
import { systemPackages } from '../dockerfile/shell.ts'
import { finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import type { DockerfileSubject } from './subject.ts'

/** The final image has system packages that the program needs while it runs. */
export const hasSystemPackages = ruleOf(
  'has-system-packages',
  { packages: z.array(z.string()).min(1) },
  ({ file }: DockerfileSubject, { packages }) => {
    const installed = shipped(file)
      .filter(({ keyword }) => keyword === 'RUN')
      .flatMap(systemPackages)
    return packages
      .filter((name) => !installed.includes(name))
      .map((name) =>
        finding(
          file.final.line,
          `${name} is not in the final image.`,
          'Install it in the stage that is shipped: files of another stage do not bring it along.',
        ),
      )
  },
)
