/** What has to hold, as it was set before anything was measured. */
export const GATES = {
  /** Readiness gained over the best FSRS of eight, in the worlds where weights and contexts matter. */
  favourable: { worlds: ['A', 'D', 'E', 'F'], gain: 0.08 },
  /** Where they matter little, at least nothing may be lost. */
  wary: { worlds: ['B', 'G'], gain: -0.01 },
  calibrationError: 0.05,
  /** Outcomes from which calibration is asked for. */
  outcomes: 500,
  coverage: { least: 0.75, most: 0.85 },
  /** Brier score under the base rate's, as a share of it. */
  brierGain: 0.15,
} as const
