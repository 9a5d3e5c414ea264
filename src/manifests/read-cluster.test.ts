import { expect, test } from 'vitest'
import { readCluster } from './read-cluster.ts'
import { sayFinding } from './finding.ts'

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: server
spec:
  replicas: 2
  selector:
    matchLabels: { app: server }
  template:
    metadata:
      labels: { app: server }
    spec:
      containers:
        - name: server
          image: registry.example/server:1.0
`

function refused(source: string): readonly string[] {
  return readCluster(source).findings.map(sayFinding)
}

test('manifests are read with their lines, merges, anchors and documents without content', () => {
  const { cluster, findings } = readCluster(
    `---\n# nothing\n---\n${DEPLOYMENT}---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: &d { a: "1" }\n`,
  )
  expect(findings).toEqual([])
  expect(cluster?.all.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['Deployment server', 'ConfigMap a'])
  expect(cluster?.deployments[0]?.lineOf('template', 'spec', 'containers', 0, 'image')).toBe(18)
})

test.each([
  [
    'a field that is not quite right',
    DEPLOYMENT.replace('replicas:', 'replica:'),
    'Line 6: Unknown field “replica” in “spec”. Did you mean “replicas”?',
  ],
  [
    'a field that stands one level too high',
    DEPLOYMENT.replace('      containers:', '      resources: {}\n      readinessProbe: {}\n      containers:'),
    'Line 14: Unknown field “readinessProbe” in “spec.template.spec”. It stands one level deeper, in “containers”.',
  ],
  [
    'a number for a text',
    DEPLOYMENT.replace('app: server }\n  template', 'app: 3 }\n  template'),
    'Line 8: “spec.selector.matchLabels.app” must be a text; this is a number. Put it in quotes: "3".',
  ],
  [
    'yes, which YAML 1.1 takes for true',
    DEPLOYMENT.replace('labels: { app: server }', 'labels: { app: yes }'),
    'Line 11: “spec.template.metadata.labels.app” must be a text; this is a boolean. Put it in quotes: "true".',
  ],
  [
    'a text for a number',
    DEPLOYMENT.replace('replicas: 2', 'replicas: "2"'),
    'Line 6: “spec.replicas” must be a whole number; this is a text. Write the number without quotes or unit.',
  ],
  [
    'an object for a list',
    DEPLOYMENT.replace('        - name: server', '          name: server'),
    'Line 13: “spec.template.spec.containers” must be a list',
  ],
  ['no selector', DEPLOYMENT.replace('  selector:\n    matchLabels: { app: server }\n', ''), 'Line 5: “spec” has no “selector”. Add it.'],
  ['an old version', DEPLOYMENT.replace('apps/v1', 'extensions/v1beta1'), 'Line 1: There is no Deployment in “extensions/v1beta1”'],
  ['a kind that is not quite right', DEPLOYMENT.replace('kind: Deployment', 'kind: Deploymnet'), 'Did you mean “Deployment”?'],
  ['no name', DEPLOYMENT.replace('  name: server\nspec', '  labels: {}\nspec'), 'This Deployment has no “metadata.name”.'],
  [
    'a name in capitals',
    DEPLOYMENT.replace('  name: server\nspec', '  name: Server\nspec'),
    'Line 4: The API server refuses the name of this Deployment.',
  ],
  ['two of one name', `${DEPLOYMENT}---\n${DEPLOYMENT}`, 'Line 20: There are two objects Deployment "server".'],
  ['a key twice', DEPLOYMENT.replace('replicas: 2', 'replicas: 2\n  replicas: 3'), 'Line 7: This is not YAML: Map keys must be unique'],
  ['a wrong indentation', DEPLOYMENT.replace('  replicas:', '   replicas:'), 'This is not YAML'],
])('%s is refused with its line and a remedy', (_, source, message) => {
  expect(refused(source).join('\n')).toContain(message)
})
