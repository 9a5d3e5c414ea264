import type { Component } from '../../domain/component.ts'
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { memo, useContext } from 'react'
import { LiveRun, useMoment } from './live.ts'
import { hits, strainOf } from './frames.ts'
import { writeShort } from './quantity.ts'

export type PartNodeData = {
  readonly part: string
  /** Undefined for a part that the case does not have. */
  readonly kind: Component['kind'] | undefined
  readonly title: string
  /** What is most telling of its settings: `× 6`. */
  readonly size: string
  /** Position in the chosen route, e.g. `2` or `2, 4`. */
  readonly order: string
  /** Requests go down, not to the right. */
  readonly isTall: boolean
}

export type PartNode = Node<PartNodeData, 'part'>
export type ClientNode = Node<{ readonly title: string; readonly isTall: boolean }, 'client'>

/** A component on the canvas, with its load at the moment that the slider is at: in figures, and as a bar. */
export const PartNodeView = memo(function PartNodeView({ id, data, selected }: NodeProps<PartNode>) {
  const live = useContext(LiveRun)
  const moment = useMoment(id)
  const faulty = live?.faults.some((fault) => hits(fault, data.part)) ?? false
  const load = moment === undefined ? undefined : Math.min(1, moment.hottest)
  const level = moment === undefined ? '' : strainOf(data.kind, moment)
  return (
    <div className={`part-node ${level} ${faulty ? 'faulty' : ''}`} data-selected={selected}>
      <Handle type="target" position={data.isTall ? Position.Top : Position.Left} aria-hidden="true" />
      <div className="part-name">
        <span className="truncate">{id}</span>
        <span className="part-size">{data.size}</span>
        {data.order !== '' && <span className="part-order">{data.order}</span>}
      </div>
      <div className="part-title">{faulty ? <strong className="text-fail">⚠ fault</strong> : data.title}</div>
      {moment === undefined ? (
        <div className="part-figures">&nbsp;</div>
      ) : (
        <>
          <div className="part-bar" aria-hidden="true">
            <span style={{ width: `${100 * Math.min(1, moment.utilisation)}%` }} />
            {moment.hottest > 0 && <i style={{ left: `${100 * (load ?? 0)}%` }} />}
          </div>
          <div className="part-figures">
            {moment.hits === undefined ? (
              <span>{Math.round(100 * moment.utilisation)} %</span>
            ) : (
              <span>{Math.round(100 * moment.hits)} % hits</span>
            )}
            {moment.queue >= 0.5 && <span>queue {writeShort(Math.round(moment.queue))}</span>}
            {moment.refused > 0.5 && <span className="text-fail">−{writeShort(moment.refused)}/s</span>}
            <span className="ml-auto">{writeShort(moment.rate)}/s</span>
          </div>
        </>
      )}
      <Handle type="source" position={data.isTall ? Position.Bottom : Position.Right} aria-hidden="true" />
    </div>
  )
})

/** Where requests come from. */
export const ClientNodeView = memo(function ClientNodeView({ data }: NodeProps<ClientNode>) {
  return (
    <div className="client-node">
      <span>{data.title}</span>
      <Handle type="source" position={data.isTall ? Position.Bottom : Position.Right} aria-hidden="true" />
    </div>
  )
})
