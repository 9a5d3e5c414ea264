import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  type RouterHistory,
} from '@tanstack/react-router'
import type { DiagnosticPage, PlanPage, ReadinessPage, TargetPage, TodayPage } from '../server/study-contract.ts'
import { type Api, ApiError } from './api.ts'
import { Failure, Missing } from './frame/failure.tsx'
import { Frame } from './frame/frame.tsx'
import { parseFilter } from './items/filter.ts'
import { ItemScreen, loadScreen } from './item/screen.tsx'
import type { Theme } from './theme.ts'

/** What every route can use. */
interface RouteContext {
  readonly api: Api
  /** As the page was opened. */
  readonly theme: Theme
}

const root = createRootRouteWithContext<RouteContext>()({ component: Frame })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: async ({ context: { api } }) => {
    const [topics, today] = await Promise.all([api.topics(), api.get<TodayPage>('/today')])
    return { ...topics, today }
  },
  head: () => titled('Onsite'),
  component: lazyRouteComponent(() => import('./home/screen.tsx'), 'HomeScreen'),
})

const guide = createRoute({
  getParentRoute: () => root,
  path: '/topics/$topic',
  loader: ({ context, params }) => found(context.api.guide(params.topic)),
  head: ({ loaderData }) => titled(loaderData?.title),
  component: lazyRouteComponent(() => import('./guide/screen.tsx'), 'GuideScreen'),
})

const pattern = createRoute({
  getParentRoute: () => root,
  path: '/patterns/$topic/$pattern',
  loader: ({ context, params }) => found(context.api.pattern(params.topic, params.pattern)),
  head: ({ loaderData }) => titled(loaderData?.title),
  component: lazyRouteComponent(() => import('./pattern/screen.tsx'), 'PatternScreen'),
})

const items = createRoute({
  getParentRoute: () => root,
  path: '/items',
  validateSearch: parseFilter,
  loader: ({ context }) => context.api.items(),
  head: () => titled('Items'),
  component: lazyRouteComponent(() => import('./items/screen.tsx'), 'ItemsScreen'),
})

const item = createRoute({
  getParentRoute: () => root,
  path: '/items/$slug',
  loader: ({ context, params }) => found(context.api.item(params.slug).then(loadScreen)),
  // What is on the screen is newer than what a reload in the background would bring.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  head: ({ loaderData }) => titled(loaderData?.title),
  component: ItemScreen,
})

const target = createRoute({
  getParentRoute: () => root,
  path: '/target',
  loader: ({ context }) => context.api.get<TargetPage>('/target'),
  head: () => titled('Target'),
  component: lazyRouteComponent(() => import('./target/screen.tsx'), 'TargetScreen'),
})

const diagnostic = createRoute({
  getParentRoute: () => root,
  path: '/diagnostic',
  loader: ({ context }) => context.api.get<DiagnosticPage>('/diagnostic'),
  head: () => titled('Diagnostic'),
  component: lazyRouteComponent(() => import('./diagnostic/screen.tsx'), 'DiagnosticScreen'),
})

const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan',
  loader: ({ context }) => context.api.get<PlanPage>('/plan'),
  head: () => titled('Plan'),
  component: lazyRouteComponent(() => import('./plan/screen.tsx'), 'PlanScreen'),
})

const readiness = createRoute({
  getParentRoute: () => root,
  path: '/readiness',
  loader: ({ context }) => context.api.get<ReadinessPage>('/readiness'),
  head: () => titled('Readiness'),
  component: lazyRouteComponent(() => import('./readiness/screen.tsx'), 'ReadinessScreen'),
})

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: ({ q }: Record<string, unknown>): { readonly q?: string } => (typeof q === 'string' ? { q } : {}),
  loaderDeps: ({ search }) => ({ query: search.q ?? '' }),
  loader: ({ context, deps }) => (deps.query.trim() === '' ? { query: '', results: [] } : context.api.search(deps.query)),
  head: () => titled('Search'),
  component: lazyRouteComponent(() => import('./search/screen.tsx'), 'SearchScreen'),
})

const status = createRoute({
  getParentRoute: () => root,
  path: '/status',
  loader: ({ context }) => context.api.status(),
  head: () => titled('Status'),
  component: lazyRouteComponent(() => import('./status/screen.tsx'), 'StatusScreen'),
})

const validation = createRoute({
  getParentRoute: () => root,
  path: '/simulator',
  head: () => titled('Can the simulator be believed?'),
  component: lazyRouteComponent(() => import('./validation/screen.tsx'), 'ValidationScreen'),
})

/** Any other address. */
const elsewhere = createRoute({
  getParentRoute: () => root,
  path: '$',
  loader: () => {
    throw notFound()
  },
})

const routeTree = root.addChildren([
  home,
  guide,
  pattern,
  items,
  item,
  target,
  diagnostic,
  plan,
  readiness,
  search,
  status,
  validation,
  elsewhere,
])

export function createOnsiteRouter(options: RouteContext & { readonly history?: RouterHistory; readonly scrollRestoration?: boolean }) {
  const { api, theme, history, scrollRestoration = false } = options
  return createRouter({
    routeTree,
    context: { api, theme },
    history,
    scrollRestoration,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 5_000,
    defaultErrorComponent: Failure,
    defaultNotFoundComponent: Missing,
    // Filters and searches are plain text in the address: `?q=3` stays the text 3.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (values) => {
      const text = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')).toString()
      return text === '' ? '' : `?${text}`
    },
  })
}

export type OnsiteRouter = ReturnType<typeof createOnsiteRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: OnsiteRouter
  }
}

/** The title of the page that a router shows. */
export function titleOf(router: OnsiteRouter): string {
  const title = router.state.matches
    .flatMap((match) => match.meta ?? [])
    .map((meta) => meta?.title)
    .findLast((text) => text !== undefined)
  return title === undefined || title === 'Onsite' ? 'Onsite' : `${title} · Onsite`
}

function titled(title: string | undefined) {
  return { meta: [{ title: title ?? 'Onsite' }] }
}

/** The page that is not there is another page, not an error. */
async function found<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) throw notFound()
    throw error
  }
}
