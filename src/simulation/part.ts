import type { Fault } from '../domain/fault.ts'
import type { ComponentMeasurement } from '../domain/measurement.ts'

/** Whoever is called when an event is due. */
export interface Actor {
  fire(a: number, b: number): void
}

/** A component at run time. */
export interface Part extends Actor {
  /** A task arrives. True: it goes on at once. False: it waits here, or has ended. */
  enter(task: number, isWrite: boolean): boolean
  /** A fault that names this component, or its zone, begins or ends. */
  suffer?(fault: Fault, isOn: boolean): void
  measure(): ComponentMeasurement
}

/** One that is held while further steps run. */
export interface Held {
  release(task: number, isOk: boolean): void
}

/** One whose tasks tell it when they end. */
export interface Owner {
  ended(task: number, isOk: boolean): void
}
