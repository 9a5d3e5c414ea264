import { defaultSchema, type Options as Schema } from 'rehype-sanitize'

const attributes = defaultSchema.attributes ?? {}

/**
 * What may stand in a page: HTML as on GitHub, the classes of math and code, our own blocks, links to content.
 * No form fields: a task list would put unlabelled check boxes on the page.
 */
export const pageSchema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== 'input' && name !== 'picture' && name !== 'source'),
    'aside',
    'figure',
    'figcaption',
  ],
  attributes: {
    ...attributes,
    // Ids come from headings and footnotes only: an author's own could shadow a name that a script looks up.
    '*': (attributes['*'] ?? []).filter((name) => name !== 'id' && name !== 'name'),
    a: [...(attributes['a'] ?? []), ['id', /^user-content-fn/]],
    li: [['id', /^user-content-fn/]],
    h2: [
      ['id', 'footnote-label'],
      ['className', 'sr-only'],
    ],
    code: [['className', /^language-./, 'math-inline', 'math-display']],
    aside: ['ariaLabel', ['className', 'note', 'trap', 'interview']],
    p: [['className', 'aside-title']],
    figure: [['className', 'cell'], 'dataRuntime'],
    img: ['src', 'alt'],
  },
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto', 'pattern', 'topic', 'item'], src: [] },
}

const paint = [
  'fill',
  'fillOpacity',
  'fillRule',
  'stroke',
  'strokeWidth',
  'strokeOpacity',
  'strokeDashArray',
  'strokeLineCap',
  'strokeLineJoin',
  'opacity',
  'color',
]
const type = [
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'textAnchor',
  'dominantBaseline',
  'letterSpacing',
  'baselineShift',
  'dx',
  'dy',
]
const shape = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'd', 'points', 'transform', 'pathLength']
const local = ['clipPath', 'markerStart', 'markerMid', 'markerEnd']

/** What may stand in a figure: shapes and text. No script, style, link, image, animation or foreign content. */
export const svgSchema: Schema = {
  tagNames: [
    ...['svg', 'g', 'defs', 'title', 'desc', 'symbol', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'],
    ...['marker', 'clipPath', 'linearGradient', 'radialGradient', 'stop', 'pattern'],
  ],
  attributes: {
    '*': ['id', 'xmlSpace', ...paint, ...type, ...shape, ...local],
    svg: ['viewBox', 'preserveAspectRatio', 'role', 'ariaLabelledBy'],
    marker: ['markerWidth', 'markerHeight', 'markerUnits', 'refX', 'refY', 'orient', 'viewBox'],
    linearGradient: ['gradientUnits', 'gradientTransform'],
    radialGradient: ['gradientUnits', 'gradientTransform', 'fx', 'fy'],
    pattern: ['patternUnits', 'patternTransform', 'viewBox'],
    stop: ['offset', 'stopColor', 'stopOpacity'],
    clipPath: ['clipPathUnits'],
  },
  clobber: [],
  strip: ['script', 'style', 'foreignObject'],
}
