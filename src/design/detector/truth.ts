import { componentsIn, type Detector, digits, share, within } from '../scene.ts'

/** Fewer are an accident. */
const SEVERAL = 20
const STALE = 0.001

/** Reads that see an older value than one that was written before. */
export const staleReads: Detector = (scene) =>
  componentsIn(scene).flatMap(({ name, seen }) => {
    const { stale = 0, reads = 0 } = seen.counts
    if (!(stale >= SEVERAL && stale > STALE * reads)) return []
    return [
      {
        name: 'stale-reads',
        component: name,
        evidence: `${share(stale / reads)} of reads at ${name} saw an older value ${within(scene)}: ${digits(stale)} of them.`,
      },
    ]
  })

/** What must happen once for each request happens more often. */
export const duplicates: Detector = (scene) =>
  Object.entries(scene.measured.classes).flatMap(([of, { effects, arrived }]) =>
    Object.entries(effects).flatMap(([effect, { duplicates: again }]) =>
      again >= SEVERAL
        ? [
            {
              name: 'duplicates' as const,
              component: undefined,
              evidence: `“${effect}” happened more than once for ${digits(again)} of ${digits(arrived)} ${of} ${within(scene)}.`,
            },
          ]
        : [],
    ),
  )
