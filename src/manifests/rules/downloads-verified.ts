import { z } from 'zod'
import { baseName, commandsOf } from '../dockerfile/shell.ts'
import { finding, type Finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import type { DockerfileSubject } from './subject.ts'

/** What a build downloads is compared with a checksum in the line that downloads it; something must be downloaded when the task asks for it. */
export const downloadsVerified = ruleOf(
  'downloads-verified',
  { checksum: z.string().optional() },
  ({ file }: DockerfileSubject, { checksum }) => {
    const found: Finding[] = []
    let verified = false
    for (const { keyword, words, flags, line, text, json } of file.stages.flatMap((stage) => stage.instructions)) {
      if (keyword === 'ADD' && words.some((word) => /^https?:/.test(word))) {
        const sum = flags.find(([name]) => name === 'checksum')?.[1]
        if (sum === undefined || !/^sha256:[0-9a-f]{64}$/.test(sum))
          found.push(
            finding(
              line,
              'Whatever the address serves on the day of the build becomes part of the image.',
              'Write `ADD --checksum=sha256:<64 hex digits> …`.',
            ),
          )
        else if (checksum !== undefined && sum !== `sha256:${checksum}`)
          found.push(finding(line, 'This is not the checksum of the file in the task.', 'Copy it from the statement.'))
        else verified = true
      }
      if (keyword !== 'RUN') continue
      const commands = commandsOf({ text, json })
      if (
        !commands.some(([program = '', ...rest]) => /^(curl|wget)$/.test(baseName(program)) && rest.some((word) => /^https?:/.test(word)))
      )
        continue
      const compares = commands.some(
        ([program = '', ...rest]) =>
          /^(sha256sum|sha512sum|shasum)$/.test(baseName(program)) && rest.some((word) => word === '--check' || /^-\w*c/.test(word)),
      )
      if (!compares)
        found.push(
          finding(
            line,
            'Whatever the address serves on the day of the build becomes part of the image.',
            'Compare it in this RUN: `echo "<sum>  <file>" | sha256sum -c`.',
          ),
        )
      else if (checksum !== undefined && !text.includes(checksum))
        found.push(finding(line, 'This is not the checksum of the file in the task.', 'Copy it from the statement.'))
      else verified = true
    }
    if (checksum !== undefined && !verified && found.length === 0)
      found.push(finding(file.final.line, 'Nothing downloads the file that the task names.', 'Fetch it with `ADD --checksum=…`.'))
    return found
  },
)
