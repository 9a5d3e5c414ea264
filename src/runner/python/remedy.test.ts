import { expect, test } from 'vitest'
import { remedy } from './remedy.ts'

test('each reason why there is no sandbox has its own remedy', () => {
  expect(remedy('linux', 'bubblewrap is not installed.', false)).toContain('apt-get install bubblewrap')
  expect(remedy('linux', 'bwrap: setting up uid map: Permission denied', false)).toContain('AppArmor')
  expect(remedy('linux', 'bwrap: setting up uid map: Permission denied', true)).toContain('--security-opt seccomp=unconfined')
  expect(remedy('linux', 'bwrap: No permissions to create new namespace', false)).toContain('kernel.unprivileged_userns_clone')
  expect(remedy('linux', 'the walls around a job do not hold: /proc is visible', false)).toContain('docs/sandbox.md')
  expect(remedy('darwin', 'There is no sandbox for darwin.', false)).toContain('virtual machine')
  expect(remedy('win32', 'There is no sandbox for win32.', false)).toContain('WSL 2')
  expect(remedy('linux', 'ONSITE_ISOLATION=local asks for it.', true)).toBe('Leave ONSITE_ISOLATION out.')
})
