/** How long something takes, or how large it is, in the unit of where it stands (seconds, tokens). `cv2`: variance over squared mean. */
export type Distribution =
  | { readonly kind: 'constant'; readonly mean: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'lognormal'; readonly mean: number; readonly cv2: number }
  | { readonly kind: 'erlang'; readonly mean: number; readonly stages: number }
  /** Two exponentials with balanced means; cv2 of at least 1. */
  | { readonly kind: 'hyperexponential'; readonly mean: number; readonly cv2: number }
  /** Heavy tail; `shape` above 1. */
  | { readonly kind: 'pareto'; readonly mean: number; readonly shape: number }
  /** Measured values, each as likely as the others. */
  | { readonly kind: 'empirical'; readonly values: readonly number[] }
