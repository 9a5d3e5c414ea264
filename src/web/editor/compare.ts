import { unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { look } from './look.ts'

/** Shows how `after` differs from `before`: taken away and added lines, in one column that fits a phone. */
export function openComparison(
  parent: HTMLElement,
  {
    before,
    after,
    grammar,
    label,
  }: { readonly before: string; readonly after: string; readonly grammar: Extension; readonly label: string },
): EditorView {
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: after,
      extensions: [
        lineNumbers(),
        grammar,
        look,
        EditorView.lineWrapping,
        EditorView.editable.of(false),
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        unifiedMergeView({
          original: before,
          mergeControls: false,
          gutter: true,
          highlightChanges: true,
          collapseUnchanged: { margin: 3, minSize: 6 },
        }),
      ],
    }),
  })
}
