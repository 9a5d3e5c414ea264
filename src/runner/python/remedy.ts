import { existsSync } from 'node:fs'

/** Files by which containers can be told. */
const CONTAINER = ['/.dockerenv', '/run/.containerenv']

/** What a person can do so that programs are walled off, by why they are not. */
export function remedy(platform: NodeJS.Platform, reason: string, isContainer = CONTAINER.some((file) => existsSync(file))): string {
  if (reason.includes('ONSITE_ISOLATION')) return 'Leave ONSITE_ISOLATION out.'
  if (platform === 'win32') return 'Run Onsite inside the Windows Subsystem for Linux (WSL 2) to have it isolated.'
  if (platform !== 'linux') return 'Run Onsite in a Linux virtual machine to have it isolated.'
  if (reason.includes('not installed')) return 'Run: apt-get install bubblewrap (or `dnf install bubblewrap`, `apk add bubblewrap`).'
  if (isContainer)
    return 'Start the container with `--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined`, never with `--privileged`.'
  if (/uid map|permission denied/i.test(reason))
    return 'This system keeps user namespaces from bubblewrap, as Ubuntu 24.04 and later do: give `bwrap` an AppArmor profile with `userns,` (docs/sandbox.md shows it).'
  if (/no permissions to create|namespace|operation not permitted|no space left/i.test(reason))
    return 'Allow unprivileged user namespaces: `sysctl kernel.unprivileged_userns_clone=1` and `user.max_user_namespaces` above 0.'
  return 'docs/sandbox.md says what the sandbox needs.'
}
