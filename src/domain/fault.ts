/** What goes wrong, from `at` until `until` (to the end), in seconds. */
export type Fault = { readonly at: number; readonly until?: number } & (
  | { readonly kind: 'down'; readonly component: string; readonly replicas?: readonly number[] }
  /** Replicas that nobody can reach; what they hold and work on is not lost. */
  | { readonly kind: 'partition'; readonly component: string; readonly replicas?: readonly number[] }
  /** Every replica that stands in the zone, of all components. */
  | { readonly kind: 'zone'; readonly zone: number }
  | { readonly kind: 'slow'; readonly component: string; readonly factor: number; readonly replicas?: readonly number[] }
  /** A share of a cache is emptied, once. */
  | { readonly kind: 'flush'; readonly component: string; readonly share?: number }
  | { readonly kind: 'hot-key'; readonly class: string; readonly key: number; readonly share: number }
  /** `ramp`: seconds in which the factor grows to its full size. */
  | { readonly kind: 'spike'; readonly class?: string; readonly factor: number; readonly ramp?: number }
  /** Consumers stand still; followers lag `seconds` more. */
  | { readonly kind: 'late'; readonly component: string; readonly seconds?: number }
  /** Answers that read there, or a share of them, have their quality multiplied. */
  | { readonly kind: 'poison'; readonly component: string; readonly quality: number; readonly share?: number }
  /** A share of replicas runs a new model: slower and worse. */
  | { readonly kind: 'rollout'; readonly component: string; readonly share: number; readonly factor: number; readonly quality: number }
)
