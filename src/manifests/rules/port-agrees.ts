import { shipped } from '../dockerfile/dockerfile.ts'
import { imagesOf } from '../dockerfile/image.ts'
import { startOf } from '../dockerfile/start.ts'
import { finding, type Finding } from '../finding.ts'
import { ruleOf } from '../rule.ts'
import type { DockerfileSubject } from './subject.ts'

/** EXPOSE names the port of the task, and the command listens there, on all addresses rather than on the container's own loopback. */
export const portAgrees = ruleOf('port-agrees', {}, ({ file, setting }: DockerfileSubject) => {
  const port = setting.port ?? 0
  const instructions = shipped(file)
  const exposed = instructions.filter(({ keyword }) => keyword === 'EXPOSE')
  const env = imagesOf(file, setting).at(-1)?.env ?? new Map<string, string>()
  const found: Finding[] = []
  if (!exposed.some(({ words }) => words.some((word) => word === `${port}` || word === `${port}/tcp`)))
    found.push(
      finding(exposed.at(-1)?.line ?? file.final.line, `The image does not say that it listens on ${port}.`, `Write \`EXPOSE ${port}\`.`),
    )
  const start = startOf(file)
  for (const words of start?.commands ?? []) {
    const line = start?.instruction.line
    const listens = words.flatMap((word, index) => {
      const value = /^(--port|-p|--http-port)$/.test(word) ? words[index + 1] : /^--port=(.+)$/.exec(word)?.[1]
      const bound = /^(--bind|-b)$/.test(word) ? words[index + 1] : /^--bind=(.+)$/.exec(word)?.[1]
      return [value ?? /:(\d+)$/.exec(bound ?? '')?.[1] ?? []].flat()
    })
    const other = listens.find((one) => /^\d+$/.test(one) && Number(one) !== port)
    if (other !== undefined) found.push(finding(line, `The server listens on ${other}; the task says ${port}.`, 'Make them agree.'))
    const host = words.flatMap((word, index) =>
      word === '--host' ? [words[index + 1] ?? ''] : [/^--host=(.+)$/.exec(word)?.[1] ?? []].flat(),
    )
    const isLocal = [...host, ...words.filter((word) => /^(127\.0\.0\.1|localhost):\d+$/.test(word))].some((one) =>
      /^(127\.|localhost)/.test(one),
    )
    const silent =
      words.some((word) => word === 'uvicorn' || word.endsWith('/uvicorn')) &&
      host.length === 0 &&
      !words.includes('--uds') &&
      env.get('UVICORN_HOST') === undefined
    if (isLocal || silent)
      found.push(
        finding(line, 'The server listens on 127.0.0.1, where nobody outside of the container reaches it.', 'Let it listen on `0.0.0.0`.'),
      )
  }
  return found
})
