import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react'
import { memo, useContext } from 'react'
import { LiveRun, useMoment } from './live.ts'

export type TrafficData = {
  /** How it is gone: `on a miss`, `by policy db`. */
  readonly label: string
  /** On the chosen route. */
  readonly chosen: boolean
  /** The answer does not wait for it. */
  readonly apart: boolean
}

export type TrafficEdge = Edge<TrafficData, 'traffic'>

/** A way of requests; its width follows how many reach the component at its end. */
export const TrafficEdgeView = memo(function TrafficEdgeView(props: EdgeProps<TrafficEdge>) {
  const { id, source, target, data, selected, markerEnd } = props
  const moment = useMoment(target)
  // What the widest way stands for.
  const most = useContext(LiveRun)?.busiest ?? 0
  const back = props.targetX < props.sourceX
  const [path, x, y] = getBezierPath({ ...props, curvature: back ? 0.6 : 0.3 })
  const share = moment === undefined || most <= 0 ? 0.15 : Math.sqrt(moment.rate / most)
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        {...(markerEnd === undefined ? {} : { markerEnd })}
        className={`traffic ${data?.chosen === true ? 'chosen' : ''} ${data?.apart === true ? 'apart' : ''} ${selected === true ? 'selected' : ''}`}
        style={{ strokeWidth: 1.25 + 4 * Math.min(1, share) }}
        interactionWidth={24}
      />
      {data !== undefined && data.label !== '' && (
        <EdgeLabelRenderer>
          <div
            className="traffic-label"
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
            title={`${source} to ${target}`}
          >
            {data.label}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
})
