import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { type Finding, finding } from '../finding.ts'
import { nearMiss } from '../near-miss.ts'
import type { YamlObject } from '../yaml-objects.ts'
import schemas from './kubernetes.json' with { type: 'json' }

/** The release of Kubernetes whose schemas hold, e.g. `v1.37.0`. */
export const KUBERNETES = schemas.version

/** More would repeat one mistake. */
const MOST_FINDINGS = 8

/** Of a file that is wrong everywhere, so many errors are looked at. */
const MOST_ERRORS = 40

interface Definition {
  readonly properties?: Readonly<Record<string, Definition>>
  readonly items?: Definition
  readonly additionalProperties?: boolean | Definition
  readonly $ref?: string
}

const KINDS: ReadonlyMap<string, string> = new Map(Object.entries(schemas.kinds))
const DEFINITIONS: ReadonlyMap<string, Definition> = new Map(Object.entries(schemas.$defs as Readonly<Record<string, Definition>>))

// Compiled without its optimizer: half the time, and a file is small.
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  verbose: true,
  validateFormats: false,
  inlineRefs: false,
  code: { optimize: false },
  logger: false,
})
ajv.addSchema(schemas, 'kubernetes')
const compiled = new Map<string, ValidateFunction>()

/** What the API server would refuse of an object: unknown kinds and fields, missing ones, wrong types. */
export function violations({ value, lineOf }: YamlObject): readonly Finding[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [finding(lineOf([]), 'This document is no object.', 'Begin it with `apiVersion:` and `kind:`; part documents by a line `---`.')]
  const { apiVersion, kind } = value as { readonly apiVersion?: unknown; readonly kind?: unknown }
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    const missing = typeof apiVersion === 'string' ? 'kind' : 'apiVersion'
    return [finding(lineOf([missing]), `The object says no \`${missing}\`.`, 'Write e.g. `apiVersion: apps/v1` and `kind: Deployment`.')]
  }
  const name = KINDS.get(`${apiVersion} ${kind}`)
  if (name === undefined) return [unknownKind(apiVersion, kind, lineOf)]
  const validate = validatorOf(name)
  if (validate(value)) return []
  const found = telling((validate.errors ?? []).slice(0, MOST_ERRORS)).map((error) => said(error, lineOf))
  return found
    .filter((one, index) => found.findIndex((other) => other.what === one.what && other.line === one.line) === index)
    .slice(0, MOST_FINDINGS)
}

function validatorOf(name: string): ValidateFunction {
  const known = compiled.get(name)
  if (known !== undefined) return known
  const validate = ajv.getSchema(`kubernetes#/$defs/${name}`)
  if (validate === undefined) throw new Error(`No schema is called ${name}`)
  compiled.set(name, validate as ValidateFunction)
  return validate as ValidateFunction
}

function unknownKind(apiVersion: string, kind: string, lineOf: YamlObject['lineOf']): Finding {
  const versions = [...KINDS.keys()].filter((one) => one.split(' ')[1] === kind).map((one) => one.split(' ')[0] ?? '')
  if (versions.length > 0)
    return finding(
      lineOf(['apiVersion']),
      `There is no ${shorten(kind)} in \`${shorten(apiVersion)}\` (Kubernetes ${KUBERNETES}).`,
      `Write \`apiVersion: ${versions.join('` or `')}\`.`,
    )
  const near = nearMiss(
    kind,
    [...KINDS.keys()].map((one) => one.split(' ')[1] ?? ''),
  )
  return finding(
    lineOf(['kind']),
    `\`${shorten(kind)}\` is no kind that is judged here.`,
    near === undefined ? 'Keep to the kinds of Kubernetes itself that the task names.' : `Did you mean \`${near}\`?`,
  )
}

/** Of `oneOf` the error that tells; of a number in the place of a text not the branch of the number. */
function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  return errors.filter(
    (error) =>
      !(
        /\/oneOf\/\d/.test(error.schemaPath) &&
        errors.some((other) => other.keyword === 'oneOf' && other.instancePath === error.instancePath)
      ),
  )
}

function said(error: ErrorObject, lineOf: YamlObject['lineOf']): Finding {
  const path = pathOf(error.instancePath)
  const place = path.length === 0 ? 'the object' : `\`${sayPath(path)}\``
  switch (error.keyword) {
    case 'additionalProperties': {
      const { additionalProperty: field } = error.params as { readonly additionalProperty: string }
      return finding(
        lineOf([...path, field]),
        `Unknown field \`${shorten(field)}\` in ${place}.`,
        remedyFor(field, error.parentSchema as Definition),
      )
    }
    case 'required': {
      const { missingProperty } = error.params as { readonly missingProperty: string }
      return finding(lineOf(path), `${capital(place)} has no \`${missingProperty}\`.`, 'Add it.')
    }
    case 'type': {
      const types = [(error.params as { readonly type: string | readonly string[] }).type].flat().filter((type) => type !== 'null')
      return finding(
        lineOf(path),
        `${capital(place)} must be ${article(types.join(' or '))}; this is ${nameOf(error.data)}.`,
        remedyForType(types, error.data),
      )
    }
    case 'oneOf':
      return finding(lineOf(path), `${capital(place)} must be a number or a text; this is ${nameOf(error.data)}.`, 'Write one value.')
    case 'enum': {
      const allowed = (error.params as { readonly allowedValues: readonly unknown[] }).allowedValues.map(String)
      return finding(lineOf(path), `${capital(place)} must be one of ${allowed.join(', ')}.`, 'Mend its spelling.')
    }
    default:
      return finding(
        lineOf(path),
        `${capital(place)} ${error.message ?? 'is not valid'}.`,
        'Mend it as the reference of the Kubernetes API says.',
      )
  }
}

/** A near miss among the fields of this object, else the part of it that does have the field. */
function remedyFor(field: string, definition: Definition): string {
  const known = Object.keys(definition.properties ?? {})
  const near = nearMiss(field, known)
  if (near !== undefined) return `Did you mean \`${near}\`?`
  const inside = known.find((one) => {
    const part = definition.properties?.[one]
    return part !== undefined && Object.hasOwn(resolved(part.items ?? part).properties ?? {}, field)
  })
  if (inside !== undefined) return `It stands one level deeper, in \`${inside}\`.`
  return known.length > 0 && known.length <= 12 ? `Here stand ${known.join(', ')}. Is the indentation right?` : 'Is the indentation right?'
}

function resolved(definition: Definition): Definition {
  const name = definition.$ref?.split('/').at(-1)
  return name === undefined ? definition : (DEFINITIONS.get(name) ?? {})
}

function remedyForType(types: readonly string[], data: unknown): string {
  if (types.includes('string') && (typeof data === 'number' || typeof data === 'boolean')) return `Put it in quotes: "${String(data)}".`
  if (types.includes('array')) return 'Begin each element with `- `.'
  if (types.includes('integer') && typeof data === 'string') return 'Write the number without quotes or unit.'
  return 'Mend the value, or the indentation of what stands below it.'
}

function pathOf(pointer: string): readonly (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

function sayPath(path: readonly (string | number)[]): string {
  return shorten(
    path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
      .join('')
      .replace(/^\./, ''),
    120,
  )
}

function nameOf(data: unknown): string {
  if (data === null) return 'nothing'
  if (Array.isArray(data)) return 'a list'
  return { string: 'a text', number: 'a number', boolean: 'a boolean', object: 'an object' }[typeof data as string] ?? 'something else'
}

function article(type: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'a text',
    integer: 'a whole number',
    number: 'a number',
    boolean: '`true` or `false`',
    array: 'a list',
    object: 'an object',
  }
  return words[type] ?? type
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function shorten(text: string, most = 60): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
