import type { PythonRuntime } from '../../domain/runtime.ts'

/** The files of a new lab: a thermometer that is stuck at times. They prove themselves, and only their words are missing. */
export function lab(runtime: PythonRuntime, pattern: string): Readonly<Record<string, string>> {
  return {
    'lab.md': `---
title: TODO name the problem, never the technique
patterns: [${pattern}]
form: write
difficulty: core
minutes: 20
runtime: ${runtime}
sources: []
---
TODO tell the story: what decides, what the learner sees, what is measured and which numbers pass. Write \`temperature(readings)\`: the temperature of a room from 25 readings of a sensor. \`draw(rng)\` of \`world.py\` gives such readings and the truth. The error must stay below 0.4 degrees on the average of the rooms.

## Hints
1. TODO a nudge.
2. TODO the last step before the code.

## Why
TODO the reason, with the numbers that wrong answers come to, and where else the pattern hides.
`,
    'world.py': `"""TODO say how the world is, for the learner reads this: a room, and a sensor that is stuck at 0 at times."""


def draw(rng):
    """Readings of a room, and its temperature."""
    # Everything comes from the generator. A world drawn from a small number could be found again by trying them all.
    truth = 15 + 10 * rng.random()
    readings = [0.0 if rng.random() < 0.1 else truth + 2 * rng.random() - 1 for _ in range(25)]
    return readings, truth
`,
    'starter.py': `def temperature(readings):
    """TODO say what is returned."""
    return 0.0
`,
    'solution.py': `def temperature(readings):
    # TODO comments teach: say why, not what.
    return sorted(readings)[len(readings) // 2]
`,
    'tests.py': `"""TODO draw worlds, hand over what an engineer would see, and compare with the truth."""
from onsite import check, equal, measure
from world import draw


def errors(learner, rng, worlds):
    found = []
    for _ in range(worlds):
        readings, truth = draw(rng)
        found.append(abs(learner.temperature(readings) - truth))
    return found


@check("a sensor that works", visible=True)
def works(learner):
    equal(learner.temperature([20.0] * 25), 20.0)


@check("sixty rooms")
def rooms(learner, rng):
    measure("error", errors(learner, rng, 60), most=0.4, unit="degrees")
`,
    'right/inner_mean.py': 'def temperature(readings):\n    inner = sorted(readings)[10:15]\n    return sum(inner) / len(inner)\n',
    'right/without_zeros.py':
      'def temperature(readings):\n    real = [reading for reading in readings if reading != 0]\n    return sum(real) / len(real)\n',
    'wrong/mean.py':
      '# caught by: sixty rooms\n# TODO why someone writes it\ndef temperature(readings):\n    return sum(readings) / len(readings)\n',
    'wrong/largest.py': '# caught by: sixty rooms\n# TODO why someone writes it\ndef temperature(readings):\n    return max(readings)\n',
    'wrong/smallest.py': '# caught by: sixty rooms\n# TODO why someone writes it\ndef temperature(readings):\n    return min(readings)\n',
  }
}
