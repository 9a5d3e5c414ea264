import { expect, test } from 'vitest'
import { readTrace } from './trace.ts'

const TRACE = `
10 execve("/usr/bin/bwrap", ["python", "/o/runtime/zygote.py", "{\\"role\\":\\"candidate\\",\\"runtime\\":\\"torch\\",\\"isol"...], 0x7f /* 9 vars */) = 0
10 mount("tmpfs", "/", "tmpfs", 0, NULL) = 0
10 clone(child_stack=NULL, flags=SIGCHLD) = 2 /* 11 in strace's PID NS */
11 unshare(CLONE_NEWUSER)            = 0
11 prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, {len=200, filter=0x7f}) = 0
11 getpid()                          = 1
11 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = -1 EPERM (Operation not permitted)
11 clone(child_stack=NULL, flags=SIGCHLD <unfinished ...>
12 getppid()                         = 1
12 exit_group(0)                     = ?
12 +++ exited with 0 +++
11 <... clone resumed>)              = 2 /* 12 in strace's PID NS */
11 --- SIGCHLD {si_signo=SIGCHLD} ---
11 wait4(-1,  <unfinished ...>
11 <... wait4 resumed>[{WIFEXITED(s) && WEXITSTATUS(s) == 0}], 0, NULL) = 2
11 +++ exited with 0 +++
13 uname({sysname="Linux"}) = 0
`

test('what a job and its children did behind the filter counts, nothing before it and nothing of others', () => {
  const calls = readTrace(TRACE.split('\n'))
  expect([...calls.keys()]).toEqual(['torch'])
  expect([...(calls.get('torch') ?? [])].sort()).toEqual([
    ['clone', true],
    ['exit_group', true],
    ['getpid', true],
    ['getppid', true],
    ['socket', false],
    ['wait4', true],
  ])
})
