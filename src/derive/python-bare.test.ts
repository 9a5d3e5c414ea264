import { expect, test } from 'vitest'
import { barePython } from './python-bare.ts'

test('comments and docstrings go, with their lines; code and texts stay', () => {
  const source = [
    '"""What the module is for."""',
    'import math  # for the root',
    '',
    '',
    'class Net:',
    '    """A net."""',
    '',
    '    # The size.',
    '    size = "# not a comment"  # but this is',
    '',
    '    def f(self):',
    '        """Doc."""',
    '        # here',
    '        return math.sqrt(',
    '            self.size,  # why',
    '        )',
    '',
  ].join('\n')
  expect(barePython(source)).toBe(
    'import math\n\n\nclass Net:\n\n    size = "# not a comment"\n\n    def f(self):\n        return math.sqrt(\n            self.size,\n        )\n',
  )
})

test('a docstring that is all there is of a function stays, since something has to stand there', () => {
  expect(barePython('def f():\n    """Nothing yet."""\n')).toBe('def f():\n    """Nothing yet."""\n')
})
