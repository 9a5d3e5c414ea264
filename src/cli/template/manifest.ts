import type { ManifestRuntime } from '../../domain/runtime.ts'

function page(runtime: ManifestRuntime, pattern: string, task: string): string {
  return `---
title: TODO name the problem, never the technique
patterns: [${pattern}]
form: write
difficulty: core
minutes: 20
runtime: ${runtime}
sources: []
---
TODO tell the story, with every number that the checks use. ${task}

## Hints
1. TODO a nudge.
2. TODO the last step before the file.

## Why
TODO the reason, the cost, and where else the pattern hides.
`
}

const DOCKERFILE = `FROM python:3.12-slim
WORKDIR /srv
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY serve.py .
USER 10001
CMD ["python", "serve.py"]
`

const MANIFESTS = `apiVersion: apps/v1
kind: Deployment
metadata: { name: server }
spec:
  replicas: 3
  strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
  selector: { matchLabels: { app: server } }
  template:
    metadata: { labels: { app: server } }
    spec:
      containers:
        - name: server
          image: registry.example/server:1.0.0
          ports: [{ containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /ready, port: 8080 }, periodSeconds: 5 }
          lifecycle: { preStop: { sleep: { seconds: 5 } } }
`

/** The files of a new exercise on a Dockerfile or on Kubernetes: they prove themselves, and only their words are missing. */
export function manifestExercise(runtime: ManifestRuntime, pattern: string): Readonly<Record<string, string>> {
  return runtime === 'dockerfile' ? dockerfile(pattern) : kubernetes(pattern)
}

function dockerfile(pattern: string): Readonly<Record<string, string>> {
  const wrong = (caughtBy: string, from: string, to: string) =>
    `# caught by: ${caughtBy}\n# TODO why someone writes it\n${DOCKERFILE.replace(from, to)}`
  return {
    'exercise.md': page('dockerfile', pattern, 'Write an image that starts `serve.py` with the packages of `requirements.txt`.'),
    'checks.yml': `setting:
  context: # what stands in the folder
    requirements.txt: {}
    serve.py: {}
checks:
  - { name: the server is in the image, visible: true, category: example, rule: image-holds, files: [serve.py] }
  - { name: an edit of the server, category: behaviour, rule: layer-cache, edit: serve.py, packages: reuses }
  - { name: who runs it, category: edge, rule: not-root }
`,
    'starter.dockerfile': 'FROM python:3.12-slim\n',
    'solution.dockerfile': `# TODO comments teach: say why, not what.\n${DOCKERFILE}`,
    'right/by_name.dockerfile': DOCKERFILE.replace('USER 10001', 'RUN useradd server\nUSER server'),
    'right/mounted.dockerfile': DOCKERFILE.replace(
      'COPY requirements.txt .\nRUN',
      'RUN --mount=type=bind,source=requirements.txt,target=requirements.txt',
    ),
    'wrong/no_server.dockerfile': wrong('the server is in the image', 'COPY serve.py .\n', ''),
    'wrong/everything_first.dockerfile': wrong('an edit of the server', 'COPY requirements.txt .', 'COPY . .'),
    'wrong/root.dockerfile': wrong('who runs it', 'USER 10001\n', ''),
  }
}

function kubernetes(pattern: string): Readonly<Record<string, string>> {
  const wrong = (caughtBy: string, from: string, to: string) =>
    `# caught by: ${caughtBy}\n# TODO why someone writes it\n${MANIFESTS.replace(from, to)}`
  return {
    'exercise.md': page('kubernetes', pattern, 'Write a Deployment of three pods that is brought out without a failed request.'),
    'checks.yml': `setting:
  server: { port: 8080, live: /live, ready: /ready, startSeconds: 20, memory: 1Gi }
  cluster: { nodes: 3, podsPerNode: 2 }
  load: { requestsPerSecond: 30, podCapacity: 10 }
checks:
  - { name: a good version, visible: true, category: example, rule: rollout, failsAtMost: 0, finishesWithin: 600 }
  - { name: a version that is never ready, category: edge, rule: rollout, version: never-ready, oldLeft: 3 }
  - { name: which image is started, category: correctness, rule: images-pinned }
`,
    'starter.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: server }\nspec:\n  selector: {}\n  template: { spec: { containers: [] } }\n',
    'solution.yaml': `# TODO comments teach: say why, not what.\n${MANIFESTS}`,
    'right/two_at_a_time.yaml': MANIFESTS.replace('maxSurge: 1', 'maxSurge: 2'),
    'right/percentages.yaml': MANIFESTS.replace('maxSurge: 1, maxUnavailable: 0', 'maxSurge: 50%, maxUnavailable: 0%'),
    'wrong/no_hook.yaml': wrong('a good version', '          lifecycle: { preStop: { sleep: { seconds: 5 } } }\n', ''),
    'wrong/not_asked.yaml': wrong(
      'a version that is never ready',
      '          readinessProbe: { httpGet: { path: /ready, port: 8080 }, periodSeconds: 5 }\n',
      '',
    ),
    'wrong/latest.yaml': wrong('which image is started', ':1.0.0', ':latest'),
  }
}
