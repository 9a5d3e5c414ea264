import { type EditorState, RangeSet, type Range, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutterLineClass, WidgetType } from '@codemirror/view'

/** What is wrong with a line of the text, and what mends it. */
export interface LineProblem {
  /** From 1. */
  readonly line: number
  readonly message: string
}

const replace = StateEffect.define<readonly LineProblem[]>()

/** The sentence below its line. */
class Message extends WidgetType {
  readonly text: string

  constructor(text: string) {
    super()
    this.text = text
  }

  override eq(other: Message): boolean {
    return other.text === this.text
  }

  toDOM(): HTMLElement {
    const element = document.createElement('div')
    element.className = 'cm-problem'
    element.textContent = this.text
    return element
  }
}

class LineMark extends GutterMarker {
  override elementClass = 'cm-problem-gutter'
}

const mark = new LineMark()

interface Shown {
  readonly below: DecorationSet
  readonly gutter: RangeSet<GutterMarker>
}

function shownOf(state: EditorState, problems: readonly LineProblem[]): Shown {
  const lines = problems.map(({ line, message }) => ({ at: state.doc.line(Math.min(Math.max(line, 1), state.doc.lines)), message }))
  const below: readonly Range<Decoration>[] = lines.map(({ at, message }) =>
    Decoration.widget({ widget: new Message(message), block: true, side: 1 }).range(at.to),
  )
  return {
    below: Decoration.set([...below], true),
    gutter: RangeSet.of(
      lines.map(({ at }) => mark.range(at.from)),
      true,
    ),
  }
}

const NOTHING: Shown = { below: Decoration.none, gutter: RangeSet.empty }

const field = StateField.define<Shown>({
  create: () => NOTHING,
  update(shown, transaction) {
    for (const effect of transaction.effects) if (effect.is(replace)) return shownOf(transaction.state, effect.value)
    if (!transaction.docChanged) return shown
    return { below: shown.below.map(transaction.changes), gutter: shown.gutter.map(transaction.changes) }
  },
  provide: (from) => [EditorView.decorations.from(from, ({ below }) => below), gutterLineClass.from(from, ({ gutter }) => gutter)],
})

/** Says below each line what is wrong with it, and marks its number. */
export function showProblems(view: EditorView, problems: readonly LineProblem[]): void {
  const isNew = view.state.field(field, false) === undefined
  if (isNew) view.dispatch({ effects: StateEffect.appendConfig.of(field) })
  view.dispatch({ effects: replace.of(problems) })
}
