import { z } from 'zod'
import { CATEGORIES, type Category } from '../domain/item.ts'
import type { ManifestRuntime } from '../domain/runtime.ts'
import type { Rule } from './rule.ts'
import { DOCKERFILE_RULES } from './rules/dockerfile-rules.ts'
import { KUBERNETES_RULES } from './rules/kubernetes-rules.ts'
import { dockerfileSetting, type DockerfileSetting, kubernetesSetting, type KubernetesSetting } from './setting.ts'

/** One check of an exercise: a rule with its parameters. */
export interface Check {
  readonly name: string
  readonly visible: boolean
  readonly category: Category
  readonly rule: string
  /** As written: the rule parses them. */
  readonly parameters: Readonly<Record<string, unknown>>
}

/** What `checks.yml` says. */
export type Checks =
  | { readonly runtime: 'dockerfile'; readonly setting: DockerfileSetting; readonly checks: readonly Check[] }
  | { readonly runtime: 'kubernetes'; readonly setting: KubernetesSetting; readonly checks: readonly Check[] }

const common = {
  name: z.string().trim().min(1, 'is empty'),
  visible: z.boolean().default(false),
  category: z.enum(CATEGORIES),
}

/** The schema of `checks.yml`: every rule is known, and its parameters are those that it takes. */
export function checksSchema(runtime: ManifestRuntime): z.ZodType<Checks> {
  return runtime === 'dockerfile'
    ? schemaOf(runtime, dockerfileSetting, DOCKERFILE_RULES)
    : schemaOf(runtime, kubernetesSetting, KUBERNETES_RULES)
}

function schemaOf(runtime: ManifestRuntime, setting: z.ZodType, rules: readonly Pick<Rule<never>, 'name' | 'parameters'>[]) {
  const [first, ...others] = rules.map((rule) => z.strictObject({ ...common, rule: z.literal(rule.name), ...rule.parameters }))
  if (first === undefined) throw new Error(`There are no rules for ${runtime}`)
  const check = z.discriminatedUnion('rule', [first, ...others]).transform(
    ({ name, visible, category, rule, ...parameters }): Check => ({
      name,
      visible,
      category,
      rule,
      parameters,
    }),
  )
  return z
    .strictObject({ setting, checks: z.array(check).min(1, 'there is no check') })
    .transform((value) => ({ runtime, ...value })) as unknown as z.ZodType<Checks>
}
