/**
 * Calls of one kind: what one C library, kernel or processor does with the first, another does with the next. A program that
 * makes one of them may make all, or a right answer would fail on a machine that is not the one the table was made on
 * (AArch64 has only the younger ones of each kind). None gives more than the others do.
 */
const KINDS: readonly string[] = [
  'read readv pread64 preadv preadv2',
  'write writev pwrite64 pwritev pwritev2',
  'open openat creat',
  'stat lstat fstat newfstatat statx',
  'access faccessat faccessat2',
  'poll ppoll select pselect6',
  'epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2',
  'eventfd eventfd2',
  'dup dup2 dup3',
  'close close_range',
  'pipe pipe2',
  'clone fork vfork',
  'wait4 waitid',
  'exit exit_group',
  'unlink unlinkat rmdir',
  'rename renameat renameat2',
  'mkdir mkdirat',
  'readlink readlinkat',
  'symlink symlinkat',
  'link linkat',
  'mknod mknodat',
  'chmod fchmod fchmodat fchmodat2',
  'chown fchown lchown fchownat',
  'utime utimes futimesat utimensat',
  'truncate ftruncate',
  'getdents getdents64',
  'fsync fdatasync',
  'statfs fstatfs',
  'time gettimeofday clock_gettime clock_getres times',
  'nanosleep clock_nanosleep restart_syscall',
  'alarm setitimer getitimer',
  'timer_create timer_settime timer_gettime timer_getoverrun timer_delete',
  'rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigtimedwait rt_sigsuspend sigaltstack pause',
  'kill tkill tgkill',
  'getpid getppid gettid getpgid getpgrp getsid',
  'getuid geteuid getresuid getgid getegid getresgid getgroups',
  'setsid setpgid',
  'prlimit64 getrlimit setrlimit getrusage',
  'sched_getaffinity sched_getparam sched_getscheduler sched_get_priority_max sched_get_priority_min sched_getattr getcpu',
  'mmap munmap mremap mprotect brk madvise mincore msync',
  'futex futex_waitv futex_wake futex_wait futex_requeue set_robust_list get_robust_list',
  'set_tid_address rseq arch_prctl membarrier',
  'getcwd chdir fchdir',
  'getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr',
  'accept accept4',
  'getsockname getpeername getsockopt setsockopt',
  'sendto recvfrom sendmsg recvmsg sendmmsg recvmmsg',
  'signalfd signalfd4',
]

/** The calls of the same kind, itself among them. */
export function kindOf(name: string): readonly string[] {
  return KINDS.map((kind) => kind.split(' ')).find((kind) => kind.includes(name)) ?? [name]
}

/** Every call with the reason that it is allowed: `seen`, or `as` the one that was. */
export function withTheirKind(seen: Iterable<string>): ReadonlyMap<string, string> {
  const names = [...seen].sort()
  const all = new Map(names.map((name) => [name, 'seen']))
  for (const name of names) for (const other of kindOf(name)) if (!all.has(other)) all.set(other, `as ${name}`)
  return all
}
