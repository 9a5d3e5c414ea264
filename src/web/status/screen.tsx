import { getRouteApi } from '@tanstack/react-router'
import type { RuntimeState } from '../../domain/engine.ts'
import type { ProbeOutcome } from '../../domain/runner.ts'
import { YourData } from './your-data.tsx'

const route = getRouteApi('/status')

const RUNTIMES: Readonly<Record<string, string>> = {
  python: 'Python',
  data: 'Python with numpy, pandas, scipy, scikit-learn',
  torch: 'Python with PyTorch',
  postgres: 'PostgreSQL',
  dockerfile: 'Dockerfiles, judged by rules',
  kubernetes: 'Kubernetes manifests, judged by rules and a simulated rollout',
  simulation: 'Designs, judged by simulation',
}

/** What runs, what does not and why, and where the learner's data lives. */
export function StatusScreen() {
  const status = route.useLoaderData()
  const { isolation } = status
  return (
    <div className="page !max-w-[48rem]">
      <h1 className="page-title">Status</h1>
      <h2 className="section-title mt-10 mb-3">Runtimes</h2>
      <ul className="rows">
        {status.runtimes.map((runtime) => (
          <li key={runtime.runtime} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <span>{RUNTIMES[runtime.runtime] ?? runtime.runtime}</span>
            <Ready state={runtime} />
          </li>
        ))}
      </ul>
      <h2 className="section-title mt-10 mb-3">Isolation</h2>
      <p>
        {isolation.mode === 'isolated'
          ? 'Every run happens in a sandbox of its own: no network, no files of yours, hard limits.'
          : isolation.mode === 'local'
            ? 'There is no sandbox that holds on this machine: code may do what you may. Onsite serves only you, on this machine.'
            : 'The sandbox is being tried out. Your own code may run meanwhile.'}
      </p>
      {isolation.reason !== '' && <p className="mt-2 text-soft">{isolation.reason}</p>}
      {isolation.fix !== '' && <p className="mt-2">{isolation.fix}</p>}
      {isolation.probes.length > 0 && <Probes probes={isolation.probes} />}
      <h2 className="section-title mt-10 mb-3">Your data</h2>
      <p>
        Attempts, drafts and answers live in <code className="font-mono text-[0.875em] break-all">{status.home}</code>. Nothing leaves this
        machine.
      </p>
      <YourData />
      <h2 className="section-title mt-10 mb-3">Content</h2>
      {status.problems.length === 0 ? (
        <p>All of it was loaded.</p>
      ) : (
        <ul className="rows">
          {status.problems.map(({ where, what, fix }) => (
            <li key={`${where} ${what}`} className="py-3">
              <p className="font-mono text-[0.8125rem] break-all">{where}</p>
              <p className="mt-1">{what}</p>
              <p className="text-soft">{fix}</p>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-10 text-[0.875rem] text-soft">Onsite {status.version}</p>
    </div>
  )
}

/** Each probe of the sandbox and what came of it: open when one does not hold. */
function Probes({ probes }: { readonly probes: readonly ProbeOutcome[] }) {
  const held = probes.filter(({ holds }) => holds === true).length
  return (
    <details className="mt-3" open={probes.some(({ holds }) => holds === false)}>
      <summary>
        {held} of {probes.length} probes of it hold: attacks that must fail, and programs that must pass
      </summary>
      <ul className="rows mt-2">
        {probes.map(({ name, holds, message }) => (
          <li key={name} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2">
            <span>{name}</span>
            {holds === true ? (
              <span className="text-pass">Holds</span>
            ) : holds === false ? (
              <span className="text-fail">Does not hold</span>
            ) : (
              <span className="text-soft">Not tried</span>
            )}
            {message !== '' && <span className="w-full text-soft">{message}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Ready({ state }: { readonly state: RuntimeState }) {
  switch (state.state) {
    case 'ready':
      return <span className="text-pass">Ready</span>
    case 'cold':
      return <span className="text-soft">Starts with its first run</span>
    case 'starting':
      return <span className="text-soft">Starting: {state.message}</span>
    case 'installing':
      return (
        <span className="text-soft">
          Installing, {Math.round(state.progress * 100)} %: {state.message}
        </span>
      )
    case 'unavailable':
      return (
        <span className="w-full">
          <span className="text-fail">Not available.</span> {state.message} {state.fix}
        </span>
      )
  }
}
