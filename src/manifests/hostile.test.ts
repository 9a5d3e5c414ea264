import { expect, test } from 'vitest'
import { LONGEST_FILE } from './bounds.ts'
import { type Checks, checksSchema } from './checks.ts'
import { judgeFile } from './judge.ts'

const kubernetes = checksSchema('kubernetes').parse({
  setting: {
    server: { port: 8080, live: '/live', ready: '/ready', startSeconds: 10, memory: '1Gi' },
    cluster: { nodes: 2, podsPerNode: 2 },
    load: { requestsPerSecond: 10, podCapacity: 10 },
    secrets: [{ variable: 'A_TOKEN', secret: 'a', key: 'token' }],
  },
  checks: [
    'autoscaler-bounds',
    'batch-runs',
    'disruption-budget',
    'drains',
    'images-pinned',
    'locked-down',
    'probes-apart',
    'resources-fit',
    'rollout',
    'secrets-referenced',
    'selectors-match',
    'service-reaches',
    'survives-loading',
  ]
    .map((rule): Record<string, unknown> => ({ name: rule, category: 'edge', rule, ...(rule === 'disruption-budget' ? { keeps: 1 } : {}) }))
    .concat([{ name: 'spread', category: 'edge', rule: 'spread-out', across: 'zone' }]),
})

const dockerfile = checksSchema('dockerfile').parse({
  setting: { context: { 'app/main.py': {}, 'requirements.txt': {}, '.env': { secret: true } }, port: 8080 },
  checks: [
    'base-pinned',
    'downloads-verified',
    'final-stage-lean',
    'no-pip-cache',
    'no-secrets-built-in',
    'not-root',
    'packages-arrive',
    'port-agrees',
    'signals-arrive',
    'system-packages-tidy',
  ]
    .map((rule): Record<string, unknown> => ({ name: rule, category: 'edge', rule }))
    .concat([
      { name: 'cache', category: 'edge', rule: 'layer-cache', edit: 'app/main.py', packages: 'reuses' },
      { name: 'holds', category: 'edge', rule: 'image-holds', files: ['app/main.py'], not: ['**/*.env'] },
      { name: 'weights', category: 'edge', rule: 'weights-outside', files: ['**/*'] },
    ]),
})

/** CPU time of judging, milliseconds, after everything was loaded and compiled by a first file. */
function judged(source: string, checks: Checks): { readonly refused: string; readonly ms: number } {
  const before = process.cpuUsage()
  const result = judgeFile(source, checks)
  const { user, system } = process.cpuUsage(before)
  return { refused: 'refused' in result ? result.refused : '', ms: (user + system) / 1000 }
}

/** Far above what any of them takes, far below what somebody would notice as a hang. */
const PATIENCE_MS = 2000

const pod = (inside: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  selector: { matchLabels: { a: b } }\n  template:\n    metadata: { labels: { a: b } }\n    spec:\n${inside}`

test.each([
  ['ten megabytes', 'a'.repeat(10_000_000), 'at most 65,536'],
  ['nothing', ' \n\n', 'empty'],
  ['a zero byte', 'kind: A\0B', 'control character'],
  ['an escape', `a: "${String.fromCharCode(27)}[2J"`, 'control character'],
  ['one endless line', `a: ${'b'.repeat(20_000)}`, 'longer than'],
  ['brackets without end', '[\n'.repeat(30_000), ''],
  ['braces in braces', '{a: '.repeat(8000).replace(/(.{4000})/g, '$1\n'), ''],
  ['sequences in sequences', '- '.repeat(3000), ''],
  [
    'a bomb of aliases',
    [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghij'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]},`.repeat(9)}]`),
    ].join('\n'),
    'multiply',
  ],
  ['an alias of itself', 'a: &a { b: *a }', 'holds itself'],
  ['a merge of itself', 'a: &a\n  <<: *a', ''],
  ['ten thousand documents', '---\na: 1\n'.repeat(6000), 'documents'],
  ['ten thousand errors', '}\n'.repeat(30_000), 'not YAML'],
  ['a bare text', 'hello', 'no object'],
  ['a list', '- a\n- b', 'no object'],
  ['a number', '42', 'no object'],
  ['a tag of another language', 'a: !!python/object/apply:os.system [id]', ''],
  ['a kind that is a list', 'apiVersion: [v1]\nkind: [Pod]', 'says no'],
  ['a name of every object', 'apiVersion: v1\nkind: constructor', 'no kind'],
  ['a prototype as root', '__proto__: { kind: Pod }', 'says no'],
  ['a prototype as field', pod('      __proto__: { containers: [] }\n      containers: []'), 'Unknown field'],
  ['fields that every object has', pod('      containers: []\n      constructor: {}\n      toString: x'), 'Unknown field'],
  [
    'five thousand unknown fields',
    pod(`      containers: []\n${Array.from({ length: 3000 }, (_, index) => `      field${index}: 1\n`).join('')}`),
    'Unknown field',
  ],
  ['a field with a very long name', pod(`      containers: []\n      ${'x'.repeat(900)}: 1`), 'Unknown field'],
  [
    'numbers that no JSON holds',
    pod('      containers: [{ name: a, image: "b:1", resources: { requests: { cpu: 1e999, memory: .nan } } }]'),
    'no finite number',
  ],
])('%s is refused as a manifest, quickly and in few words', (_, source, cause) => {
  judgeFile(pod('      containers: [{ name: a, image: "b:1" }]'), kubernetes)
  const { refused, ms } = judged(source, kubernetes)
  expect(refused).not.toBe('')
  expect(refused).toContain(cause)
  expect(refused.length).toBeLessThan(4000)
  expect(ms).toBeLessThan(PATIENCE_MS)
})

test.each([
  ['labels called like what every object has', pod('      containers: []').replaceAll('a: b', 'constructor: b, __proto__: c')],
  ['replicas by the billion', pod('      containers: [{ name: a, image: "b:1" }]').replace('spec:\n', 'spec:\n  replicas: 2000000000\n')],
  [
    'times by the billion',
    pod(
      '      terminationGracePeriodSeconds: 2000000000\n      containers: [{ name: a, image: "b:1", ports: [{ containerPort: 8080 }], readinessProbe: { httpGet: { port: 8080 }, periodSeconds: 2000000000, failureThreshold: 2000000000 }, lifecycle: { preStop: { sleep: { seconds: 2000000000 } } } }]',
    ),
  ],
  [
    'times below nothing',
    pod(
      '      terminationGracePeriodSeconds: -5\n      containers: [{ name: a, image: "b:1", ports: [{ containerPort: -1 }], readinessProbe: { periodSeconds: -3, failureThreshold: -1 } }]',
    ).replace(
      'spec:\n',
      'spec:\n  replicas: 2\n  minReadySeconds: -9\n  strategy: { rollingUpdate: { maxSurge: -1, maxUnavailable: "9999999999%" } }\n',
    ),
  ],
  [
    'two hundred pods for an hour',
    pod('      containers: [{ name: a, image: "b:1" }]').replace(
      'spec:\n',
      'spec:\n  replicas: 200\n  strategy: { rollingUpdate: { maxSurge: "100%" } }\n',
    ),
  ],
  [
    'quantities of every shape',
    pod(
      '      containers: [{ name: a, image: "b:1", resources: { requests: { cpu: 1e99, memory: "999999999999999999Ei" }, limits: { cpu: "-1", memory: ".", __proto__: 3 } } }]',
    ),
  ],
  [
    'five hundred containers',
    pod(
      `      containers:\n${Array.from({ length: 500 }, (_, index) => `      - { name: c${index}, image: "x:${index}", env: [{ name: A_TOKEN, value: abcdef }] }\n`).join('')}`,
    ),
  ],
  [
    'a schedule without sense',
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec:\n  schedule: "*/0 99-1 ,,, ? x/y/z"\n  jobTemplate: { spec: { backoffLimit: 99999999, template: { spec: { restartPolicy: Never, containers: [] } } } }',
  ],
  [
    'a run every minute',
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec:\n  schedule: "* * * * *"\n  jobTemplate: { spec: { backoffLimit: 99999999, template: { spec: { restartPolicy: Never, containers: [] } } } }',
  ],
])('%s are judged, quickly and without a crash', (_, source) => {
  judgeFile(source, kubernetes)
  const { ms } = judged(source, kubernetes)
  expect(ms).toBeLessThan(PATIENCE_MS)
})

test.each([
  ['only comments', '# a\n'.repeat(5000)],
  ['no base', 'RUN true'],
  ['words of another language', 'import os\nprint(1)'],
  ['a thousand instructions', `FROM a:1\n${'RUN true\n'.repeat(1000)}`],
  ['an endless continuation', `FROM a:1\nRUN ${'\\\n'.repeat(20_000)}`],
  ['a heredoc without end', `FROM a:1\nRUN <<EOF\n${'x\n'.repeat(20_000)}`],
  ['stages that begin with themselves', 'FROM a AS a\nFROM a AS a\nFROM b AS b'],
  [
    'variables of variables',
    `FROM a:1\n${Array.from({ length: 300 }, (_, index) => `ARG V${index + 1}=\${V${index}}\${V${index}}`).join('\n')}\nCOPY \${V300} /x`,
  ],
  [
    'copies of copies',
    Array.from(
      { length: 28 },
      (_, index) =>
        `FROM ${index === 0 ? 'x:1' : `s${index - 1}`} AS s${index}\nCOPY ${index === 0 ? '. /a' : `--from=s${index - 1} / /b`}`,
    ).join('\n'),
  ],
  ['a thousand stages', 'FROM a:1\nCOPY . .\n'.repeat(190)],
  ['a pattern made to be slow', `FROM a:1\nCOPY ${'*a'.repeat(2000)} /x\nCOPY ${'**/'.repeat(1000)} /y`],
  ['a shell line made to be slow', `FROM a:1\nRUN ${'$('.repeat(3500)}\nRUN ${'https://a:'.repeat(700)}`],
  ['a JSON list that is none', 'FROM a:1\nCMD ["a", {"__proto__": 1}]\nENTRYPOINT ["a"'],
  ['flags without end', `FROM a:1\nRUN ${'--mount=type=secret,id=a '.repeat(300)} true`],
  ['ports without end', `FROM a:1\nEXPOSE ${'99999999 '.repeat(800)}`],
  [
    'prototype names',
    'FROM a:1 AS constructor\nENV __proto__=1 constructor=2\nARG toString\nCOPY --from=constructor __proto__ /x\nUSER __proto__',
  ],
  ['as long as may be', `FROM a:1\n${'# '.concat('x'.repeat(1000), '\n').repeat(63)}`.slice(0, LONGEST_FILE)],
])('%s are judged as a Dockerfile, quickly and without a crash', (_, source) => {
  const { ms } = judged(source, dockerfile)
  expect(ms).toBeLessThan(PATIENCE_MS)
})

test('nothing that is judged leaves a trace in what every object inherits', () => {
  judgeFile(pod('      containers: []\n      __proto__: { polluted: yes }'), kubernetes)
  judgeFile('__proto__:\n  polluted: true\nconstructor: { prototype: { polluted: true } }', kubernetes)
  judgeFile('FROM a:1\nENV __proto__.polluted=1', dockerfile)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
