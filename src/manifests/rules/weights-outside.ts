import { z } from 'zod'
import { shipped } from '../dockerfile/dockerfile.ts'
import { imagesOf } from '../dockerfile/image.ts'
import { matchesPath } from '../dockerfile/glob.ts'
import { baseName, commandsOf } from '../dockerfile/shell.ts'
import { finding, type Finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import type { DockerfileSubject } from './subject.ts'

/** The weights of the model are not part of the image: neither copied nor downloaded while it is built. */
export const weightsOutside = ruleOf(
  'weights-outside',
  { files: z.array(z.string()).min(1) },
  ({ file, setting }: DockerfileSubject, { files }) => {
    const found: Finding[] = []
    const held = [...(imagesOf(file, setting).at(-1)?.files.values() ?? [])].find(({ path }) =>
      files.some((pattern) => matchesPath(pattern, path)),
    )
    if (held !== undefined)
      found.push(
        finding(
          held.line,
          `${held.path} becomes part of the image: every version of the program carries the weights along.`,
          'Copy the program by name; the weights come as a volume.',
        ),
      )
    for (const instruction of shipped(file)) {
      const loads =
        instruction.keyword === 'RUN'
          ? commandsOf(instruction).some((words) => fetches(words))
          : instruction.keyword === 'ADD' && instruction.words.some((word) => /^https?:/.test(word))
      if (loads)
        found.push(
          finding(
            instruction.line,
            'The weights are downloaded into the image while it is built.',
            'Leave this out; the weights come as a volume.',
          ),
        )
    }
    return found
  },
)

function fetches(words: readonly string[]): boolean {
  const line = words.join(' ')
  const program = baseName(words[0] ?? '')
  if (/snapshot_download|from_pretrained|hf_hub_download|load_dataset/.test(line)) return true
  if (/^(huggingface-cli|hf)$/.test(program)) return words.includes('download')
  return (
    /^(curl|wget|aws|gsutil|gcloud|azcopy|s5cmd)$/.test(program) &&
    /\.(safetensors|gguf|bin|pt|pth|onnx|npz|h5|tar|tar\.gz)\b|weights|model/.test(line)
  )
}
