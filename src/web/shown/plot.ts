import 'uplot/dist/uPlot.min.css'
import uPlot from 'uplot'
import type { Line } from './curve.tsx'

/** Solid for the first line, dashed for the second: told apart without colour. */
const DASHES = [[], [6, 4]]

/** Draws the lines to fit the element and follows its width and the theme. Returns what takes the drawing away. */
export function drawCurve(element: HTMLElement, lines: readonly Line[]): () => void {
  let plot = make()
  const size = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: element.clientHeight }))
  size.observe(element)
  const redraw = () => {
    plot.destroy()
    plot = make()
  }
  const theme = new MutationObserver(redraw)
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', redraw)
  return () => {
    size.disconnect()
    theme.disconnect()
    system.removeEventListener('change', redraw)
    plot.destroy()
  }

  function make(): uPlot {
    const [soft, line, first, second] = ['--soft', '--line', '--pass', '--fail'].map(colourOf)
    const longest = Math.max(...lines.map(({ values }) => values.length))
    const axis = { stroke: soft, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 }, font: '11px Inter, sans-serif' }
    const data = [
      Array.from({ length: longest }, (_, index) => index),
      ...lines.map(({ values }) => Array.from({ length: longest }, (_, index) => values[index] ?? null)),
    ] as uPlot.AlignedData
    return new uPlot(
      {
        width: element.clientWidth,
        height: element.clientHeight,
        scales: { x: { time: false } },
        axes: [axis, { ...axis, size: 56 }],
        cursor: { y: false },
        legend: { show: false },
        series: [
          { label: 'index' },
          ...lines.map(({ label }, index) => ({
            label,
            stroke: index === 0 ? first : second,
            width: 1.75,
            dash: DASHES[index] ?? [],
          })),
        ],
      },
      data,
      element,
    )
  }
}

/** A colour variable as the canvas needs it: computed for the theme that is on. */
function colourOf(name: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${name})`
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
