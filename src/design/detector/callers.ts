import { type Detector, digits, share, within } from '../scene.ts'

/** Attempts for each call, hedges left out, from which retries are a load of their own. */
const AMPLIFIED = 1.2
const CALLS = 100

/** Callers that try again and again multiply the load just when there is too much of it. */
export const amplification: Detector = (scene) =>
  Object.entries(scene.measured.policies).flatMap(([policy, { calls = 0, attempts = 0, hedges = 0, timeouts = 0 }]) => {
    const each = (attempts - hedges) / calls
    if (calls < CALLS || !(each > AMPLIFIED)) return []
    const evidence = `Callers by the policy ${policy} made ${digits(each)} attempts for each call ${within(scene)}; ${share(timeouts / attempts)} of attempts ran into their time-out.`
    return [{ name: 'amplification', component: undefined, evidence }]
  })
