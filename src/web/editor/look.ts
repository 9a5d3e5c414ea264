import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.controlKeyword], color: 'var(--code-keyword)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.labelName], color: 'var(--code-name)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--code-number)' },
  { tag: [tags.comment, tags.meta], color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: [tags.className, tags.typeName, tags.definition(tags.className)], color: 'var(--code-type)' },
  { tag: tags.invalid, color: 'var(--fail)' },
])

const ground = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--surface)', fontSize: '0.84375rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--default-mono-font-family, "JetBrains Mono", ui-monospace, monospace)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--accent)', padding: '0.5rem 0', fontVariantLigatures: 'none' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--soft)', border: 'none' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in oklab, var(--sunken) 70%, transparent)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in oklab, var(--accent) 22%, transparent)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-wash)',
    outline: '1px solid var(--line-strong)',
  },
  '.cm-tooltip': { backgroundColor: 'var(--surface)', border: '1px solid var(--line)', borderRadius: '6px', overflow: 'hidden' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-panel.cm-search': { fontFamily: 'var(--default-font-family)', fontSize: '0.8125rem', padding: '0.5rem 2rem 0.5rem 0.75rem' },
  '.cm-panel.cm-search label': { fontSize: '0.8125rem' },
  '.cm-textfield': {
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: '4px',
    padding: '0.2rem 0.4rem',
    fontSize: 'inherit',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: '4px',
    minHeight: '24px',
    fontSize: 'inherit',
  },
  '.cm-panel.cm-search [name=close]': { minWidth: '24px', minHeight: '24px', color: 'var(--ink)', fontSize: '1rem' },
  '.cm-panel.cm-search input[type=checkbox]': { minWidth: '16px', minHeight: '16px', verticalAlign: 'middle', marginRight: '0.35em' },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-wash)', outline: '1px solid var(--warn)' },
  '.cm-searchMatch-selected': { backgroundColor: 'color-mix(in oklab, var(--warn) 35%, transparent)' },
  '.cm-changedLine': { backgroundColor: 'var(--pass-wash) !important' },
  '.cm-changedText': { background: 'color-mix(in oklab, var(--pass) 13%, transparent) !important' },
  '.cm-deletedChunk': { backgroundColor: 'var(--fail-wash) !important' },
  '.cm-deletedText': { background: 'color-mix(in oklab, var(--fail) 11%, transparent) !important' },
  '.cm-changedLineGutter': { background: 'var(--pass) !important' },
  '.cm-deletedLineGutter': { background: 'var(--fail) !important' },
  '.cm-problem': {
    margin: '0 0.5rem 0.25rem 0.375rem',
    padding: '0.1rem 0.5rem',
    borderLeft: '3px solid var(--fail)',
    backgroundColor: 'var(--fail-wash)',
    color: 'var(--fail)',
    fontFamily: 'var(--default-font-family)',
    fontSize: '0.8125rem',
    whiteSpace: 'pre-wrap',
  },
  '.cm-problem-gutter': { backgroundColor: 'var(--fail-wash)', color: 'var(--fail)', fontWeight: '700' },
  '.cm-collapsedLines': { backgroundColor: 'var(--sunken)', backgroundImage: 'none', color: 'var(--soft)' },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '""' },
})

/** The editor in the page's own colours, so it follows the theme by itself. */
export const look = [ground, syntaxHighlighting(colours)]
