import type { Rule } from '../rule.ts'
import { autoscalerBounds } from './autoscaler-bounds.ts'
import { batchRuns } from './batch-runs.ts'
import { disruptionBudget } from './disruption-budget.ts'
import { drains } from './drains.ts'
import { gpuLimit } from './gpu-limit.ts'
import { hasKinds } from './has-kinds.ts'
import { imagesPinned } from './images-pinned.ts'
import { lockedDown } from './locked-down.ts'
import { probesApart } from './probes-apart.ts'
import { resourcesFit } from './resources-fit.ts'
import { rollout } from './rollout.ts'
import { secretsReferenced } from './secrets-referenced.ts'
import { selectorsMatch } from './selectors-match.ts'
import { serviceReaches } from './service-reaches.ts'
import { spreadOut } from './spread-out.ts'
import type { KubernetesSubject } from './subject.ts'
import { survivesLoading } from './survives-loading.ts'

/** The rules that an exercise on Kubernetes may name. */
export const KUBERNETES_RULES: readonly Rule<KubernetesSubject>[] = [
  autoscalerBounds,
  batchRuns,
  disruptionBudget,
  drains,
  gpuLimit,
  hasKinds,
  imagesPinned,
  lockedDown,
  probesApart,
  resourcesFit,
  rollout,
  secretsReferenced,
  selectorsMatch,
  serviceReaches,
  spreadOut,
  survivesLoading,
]
