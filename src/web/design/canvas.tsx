import '../style/flow.css'
import {
  Background,
  type Connection,
  type EdgeTypes,
  MarkerType,
  type NodeChange,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
  useNodesState,
  useReactFlow,
  useUpdateNodeInternals,
} from '@xyflow/react'
import { type DragEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Component } from '../../domain/component.ts'
import { arrange, CLIENT, CLIENT_WIDTH, NODE, type Point } from './layout.ts'
import { PART_TYPE } from './part-type.ts'
import { type ClientNode, ClientNodeView, type PartNode, PartNodeView } from './part-node.tsx'
import { type TrafficEdge, TrafficEdgeView } from './traffic-edge.tsx'

/** A component as the canvas shows it. */
export interface Box {
  readonly name: string
  readonly part: string
  /** Undefined for a part that the case does not have. */
  readonly kind: Component['kind'] | undefined
  readonly title: string
  readonly size: string
  readonly order: string
}

/** A way between two of them; `from` is undefined for the client. */
export interface Way {
  readonly from: string | undefined
  readonly to: string
  readonly label: string
  readonly chosen: boolean
  readonly apart: boolean
}

export interface CanvasProps {
  readonly boxes: readonly Box[]
  readonly ways: readonly Way[]
  readonly client: string
  readonly layout: Readonly<Record<string, Point>>
  readonly selected: string | undefined
  readonly onSelect: (name: string | undefined) => void
  readonly onMove: (places: readonly (readonly [string, Point])[]) => void
  readonly onConnect: (from: string | undefined, to: string) => void
  readonly onRemove: (names: readonly string[]) => void
  readonly onDisconnect: (from: string | undefined, to: string) => void
  readonly onDropPart: (part: string, at: Point) => void
  /** Counts up when the drawing is to be shown whole. */
  readonly fits: number
}

/** Boxes have their sizes by then, ms. */
const SETTLED_MS = 60

const NODES: NodeTypes = { part: PartNodeView, client: ClientNodeView }
const EDGES: EdgeTypes = { traffic: TrafficEdgeView }
const MARKER = { type: MarkerType.ArrowClosed, width: 14, height: 14, markerUnits: 'userSpaceOnUse' }
const ARIA = {
  'node.a11yDescription.default':
    'Enter selects this component; its settings open beside the canvas. Arrow keys move it, Delete removes it.',
  'edge.a11yDescription.default': 'Enter selects this way; Delete removes the visit that it leads to.',
}

/** The drawing to look at and to draw in. Everything that it does can be done beside it by forms and in the text, too. */
export function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  )
}

function Flow(props: CanvasProps) {
  const { boxes, ways, client, layout, selected, fits } = props
  const flow = useReactFlow()
  const measureAgain = useUpdateNodeInternals()
  const frame = useRef<HTMLDivElement>(null)
  const [isTall, setTall] = useState(false)
  const places = useMemo(() => placesOf(boxes, ways, layout, isTall), [boxes, ways, layout, isTall])
  const wanted = useMemo(() => nodesOf(boxes, client, places, isTall), [boxes, client, places, isTall])
  const [nodes, setNodes, onNodesChange] = useNodesState<PartNode | ClientNode>([])
  useEffect(() => {
    setNodes((before) => {
      const known = new Map(before.map((node) => [node.id, node]))
      return wanted.map((node) => ({ ...known.get(node.id), ...node, selected: node.id === selected }))
    })
  }, [wanted, selected, setNodes])
  const [chosenWay, setChosenWay] = useState<string | undefined>(undefined)
  const edges = useMemo(() => edgesOf(ways, chosenWay), [ways, chosenWay])

  const fit = useEffectEvent(() => {
    // Ways may begin and end at another side of each box now.
    measureAgain([CLIENT, ...boxes.map(({ name }) => name)])
    void flow.fitView({ padding: 0.07, maxZoom: 1.1 })
  })
  // What was dropped somewhere stands there, and nothing moves under the hand that dropped it.
  const unplaced = boxes.filter(({ name }) => !(name in layout)).length
  const shown = `${fits} ${isTall} ${unplaced}`
  useEffect(() => {
    const timer = setTimeout(() => fit(), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [shown])
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const size = new ResizeObserver(() => {
      setTall(element.clientHeight > element.clientWidth)
      void flow.fitView({ padding: 0.07, maxZoom: 1.1 })
    })
    size.observe(element)
    return () => size.disconnect()
  }, [flow])

  const onChange = (changes: NodeChange<PartNode | ClientNode>[]) => {
    onNodesChange(changes)
    const moved = changes.flatMap((change) =>
      change.type === 'position' && change.dragging === false && change.position !== undefined && change.id !== CLIENT
        ? [[change.id, [change.position.x, change.position.y]] as const]
        : [],
    )
    const settled = moved.filter(([name, [x, y]]) => {
      const [oldX, oldY] = places.get(name) ?? [Number.NaN, Number.NaN]
      return Math.abs(x - oldX) >= 1 || Math.abs(y - oldY) >= 1
    })
    if (settled.length > 0) props.onMove(settled)
    for (const change of changes)
      if (change.type === 'select' && change.selected) props.onSelect(change.id === CLIENT ? undefined : change.id)
  }
  const onConnect = ({ source, target }: Connection) => props.onConnect(source === CLIENT ? undefined : source, target)
  const onDrop = (event: DragEvent) => {
    const part = event.dataTransfer.getData(PART_TYPE)
    if (part === '') return
    event.preventDefault()
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    props.onDropPart(part, [x - NODE.width / 2, y - NODE.height / 2])
  }
  return (
    <div ref={frame} className="canvas">
      <ReactFlow<PartNode | ClientNode, TrafficEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODES}
        edgeTypes={EDGES}
        onNodesChange={onChange}
        onEdgesChange={(changes) => {
          for (const change of changes)
            if (change.type === 'select') setChosenWay((now) => (change.selected ? change.id : now === change.id ? undefined : now))
        }}
        onPaneClick={() => props.onSelect(undefined)}
        onConnect={onConnect}
        isValidConnection={({ source, target }) => source !== target && target !== CLIENT}
        onBeforeDelete={async (gone) => {
          // The text is what is changed; the canvas follows it.
          if (gone.nodes.length > 0) props.onRemove(gone.nodes.map(({ id }) => id).filter((id) => id !== CLIENT))
          else for (const { source, target } of gone.edges) props.onDisconnect(source === CLIENT ? undefined : source, target)
          return false
        }}
        deleteKeyCode={['Delete', 'Backspace']}
        onDrop={onDrop}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(PART_TYPE)) return
          event.preventDefault()
          event.dataTransfer.dropEffect = 'copy'
        }}
        minZoom={0.25}
        maxZoom={2}
        fitView
        fitViewOptions={{ padding: 0.07, maxZoom: 1.1 }}
        zoomOnScroll={false}
        panOnScroll
        preventScrolling={false}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={ARIA}
        aria-label="Canvas of the drawing"
      >
        <Background gap={20} size={1} />
      </ReactFlow>
      <div className="canvas-tools">
        <button type="button" className="button small" aria-label="Zoom in" onClick={() => void flow.zoomIn()}>
          +
        </button>
        <button type="button" className="button small" aria-label="Zoom out" onClick={() => void flow.zoomOut()}>
          −
        </button>
        <button type="button" className="button small" onClick={() => void flow.fitView({ padding: 0.07, maxZoom: 1.1 })}>
          Fit
        </button>
      </div>
    </div>
  )
}

/** Where each component stands: as the drawing says, else as the graph suggests. */
function placesOf(
  boxes: readonly Box[],
  ways: readonly Way[],
  layout: Readonly<Record<string, Point>>,
  isTall: boolean,
): ReadonlyMap<string, Point> {
  const names = [CLIENT, ...boxes.map(({ name }) => name)]
  const suggested = arrange(
    names,
    ways.map(({ from, to }) => [from ?? CLIENT, to] as const),
    isTall,
  )
  const places = new Map(names.map((name) => [name, layout[name] ?? suggested.get(name) ?? ([0, 0] as const)]))
  const placed = boxes.filter(({ name }) => name in layout)
  if (placed.length === 0) return places
  // The client stands left of what the drawing places.
  const [x, y] = [Math.min(...boxes.map(({ name }) => places.get(name)?.[0] ?? 0)), places.get(boxes[0]?.name ?? '')?.[1] ?? 0]
  return places.set(CLIENT, [x - CLIENT_WIDTH - 56, y])
}

function nodesOf(
  boxes: readonly Box[],
  client: string,
  places: ReadonlyMap<string, Point>,
  isTall: boolean,
): readonly (PartNode | ClientNode)[] {
  const at = (name: string) => {
    const [x, y] = places.get(name) ?? [0, 0]
    return { x, y }
  }
  return [
    {
      id: CLIENT,
      type: 'client',
      position: at(CLIENT),
      data: { title: client, isTall },
      deletable: false,
      draggable: false,
      focusable: false,
      selectable: false,
    },
    ...boxes.map(
      ({ name, ...data }): PartNode => ({
        id: name,
        type: 'part',
        position: at(name),
        data: { ...data, isTall },
        ariaLabel: `${name}: ${data.title} ${data.size}`,
      }),
    ),
  ]
}

function edgesOf(ways: readonly Way[], selected: string | undefined): TrafficEdge[] {
  return ways.map(({ from, to, label, chosen, apart }) => ({
    id: `${from ?? ''}>${to}`,
    source: from ?? CLIENT,
    target: to,
    selected: `${from ?? ''}>${to}` === selected,
    type: 'traffic',
    markerEnd: MARKER,
    data: { label, chosen, apart },
    ariaLabel: `${from ?? 'client'} to ${to}${label === '' ? '' : `, ${label}`}`,
    zIndex: chosen ? 1 : 0,
  }))
}
