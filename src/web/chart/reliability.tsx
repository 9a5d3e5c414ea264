import type { Calibrated } from '../../domain/readiness.ts'
import { scaleOf } from './scale.ts'

const SIZE = 260
const MARGIN = { left: 40, right: 10, top: 8, bottom: 34 }

/** What we said against what happened: on the diagonal both agree. A dot's area is how often it was said. */
export function Reliability({ calibrated }: { readonly calibrated: Calibrated }) {
  const x = scaleOf([0, 1], [MARGIN.left, SIZE - MARGIN.right])
  const y = scaleOf([0, 1], [SIZE - MARGIN.bottom, MARGIN.top])
  const most = Math.max(1, ...calibrated.bins.map(({ count }) => count))
  return (
    <figure className="grid items-start gap-6 sm:grid-cols-[16rem_1fr]">
      <svg
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        className="chart"
        role="img"
        aria-label="What we said against what you did; the table beside it has the numbers"
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={x(0)} x2={x(1)} y1={y(share)} y2={y(share)} className="chart-grid" />
            <text x={x(0) - 6} y={y(share) + 4} textAnchor="end">
              {share * 100} %
            </text>
            <text x={x(share)} y={SIZE - 18} textAnchor={share === 1 ? 'end' : share === 0 ? 'start' : 'middle'}>
              {share * 100} %
            </text>
          </g>
        ))}
        <text x={(x(0) + x(1)) / 2} y={SIZE - 4} textAnchor="middle">
          we said
        </text>
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} className="chart-diagonal" />
        {calibrated.bins.map(({ from, said, did, count }) => (
          <circle key={from} cx={x(said)} cy={y(did)} r={3 + 7 * Math.sqrt(count / most)} className="chart-dot" />
        ))}
      </svg>
      <table className="text-[0.875rem]">
        <thead>
          <tr>
            {['We said', 'You did', 'Times'].map((head) => (
              <th key={head} scope="col" className="pr-6 pb-1 text-left font-[550]">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {calibrated.bins.map(({ from, said, did, count }) => (
            <tr key={from} className="border-t border-line">
              <td className="py-1 pr-6">{Math.round(100 * said)} %</td>
              <td className="pr-6">{Math.round(100 * did)} %</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
