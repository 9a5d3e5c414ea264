import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checksSchema } from './checks.ts'
import { DOCKERFILE_RULES } from './rules/dockerfile-rules.ts'
import { KUBERNETES_RULES } from './rules/kubernetes-rules.ts'

test('docs/manifests.md names every rule with its parameters', () => {
  const lines = readFileSync(join(import.meta.dirname, '../../docs/manifests.md'), 'utf8').split('\n')
  const missing = [...DOCKERFILE_RULES, ...KUBERNETES_RULES].flatMap(({ name, parameters }) => {
    const line = lines.find((one) => one.startsWith(`| \`${name}\` |`)) ?? ''
    return [...(line === '' ? [name] : []), ...Object.keys(parameters).filter((key) => !line.includes(`\`${key}\``))]
  })
  expect(missing).toEqual([])
})

test('a rule that is not known, or a parameter that it does not take, is refused', () => {
  const check = (written: object) =>
    checksSchema('kubernetes').safeParse({ setting: {}, checks: [{ name: 'a', category: 'edge', ...written }] })
  expect(check({ rule: 'rollout', version: 'good' }).success).toBe(true)
  expect(check({ rule: 'rollout', version: 'bad' }).success).toBe(false)
  expect(check({ rule: 'rollout', versoin: 'good' }).success).toBe(false)
  expect(check({ rule: 'base-pinned' }).success).toBe(false)
})
