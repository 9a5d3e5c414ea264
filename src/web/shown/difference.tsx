import type { Difference } from '../../domain/shown.ts'
import { Curve } from './curve.tsx'
import { contrasts, spans } from './marking.ts'
import { ShownValue } from './value.tsx'

/** Expected and actual, side by side, with what differs named and marked. */
export function DifferenceView({ difference }: { readonly difference: Difference }) {
  const { expected, actual, cells } = difference
  const [expectedSpan, actualSpan] =
    expected.kind === 'text' && actual.kind === 'text' ? spans(expected.text, actual.text) : [undefined, undefined]
  const said = contrasts(difference)
  const curves = expected.kind === 'array' && actual.kind === 'array' && expected.curve !== undefined && actual.curve !== undefined
  return (
    <div className="grid gap-3">
      {said.length > 0 && (
        <ul className="text-[0.875rem]">
          {said.map((sentence) => (
            <li key={sentence}>
              <strong>Different {sentence}.</strong>
            </li>
          ))}
        </ul>
      )}
      {curves && expected.curve !== undefined && actual.curve !== undefined && (
        <Curve
          lines={[
            { label: 'expected', values: expected.curve },
            { label: 'yours', values: actual.curve },
          ]}
        />
      )}
      <div className="side-by-side">
        <div className="expected">
          <ShownValue
            shown={curves ? { ...expected, curve: undefined } : expected}
            marked={cells}
            caption="Expected"
            {...(expectedSpan === undefined ? {} : { span: expectedSpan })}
          />
        </div>
        <div className="actual">
          <ShownValue
            shown={curves ? { ...actual, curve: undefined } : actual}
            marked={cells}
            caption="Yours"
            {...(actualSpan === undefined ? {} : { span: actualSpan })}
          />
        </div>
      </div>
    </div>
  )
}
