import type { Limits, Runtime } from '../domain/runtime.ts'

const MIB = 1024 * 1024

/** What a job may use when its exercise says nothing: ample for an interview's task, small for a runaway loop. */
function defaultLimits(runtime: Runtime): { readonly cpuMs: number; readonly memoryMb: number } {
  return runtime === 'torch' ? { cpuMs: 5000, memoryMb: 768 } : { cpuMs: 2000, memoryMb: 256 }
}

/** The limits of an exercise. The wall limit leaves a busy machine five times the CPU time and never less than ten seconds. */
export function limitsOf(runtime: Runtime, given: { readonly cpuMs?: number; readonly memoryMb?: number } = {}): Limits {
  const { cpuMs, memoryMb } = { ...defaultLimits(runtime), ...given }
  return { cpuMs, wallMs: Math.max(10_000, cpuMs * 5), memoryBytes: memoryMb * MIB, outputBytes: 64 * 1024 }
}
