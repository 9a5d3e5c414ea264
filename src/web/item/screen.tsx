import { getRouteApi, lazyRouteComponent } from '@tanstack/react-router'
import type { ItemPage } from '../../server/contract.ts'

const Workspace = lazyRouteComponent(() => import('../exercise/workspace.tsx'), 'Workspace')
const Question = lazyRouteComponent(() => import('../question/screen.tsx'), 'QuestionScreen')

const route = getRouteApi('/items/$slug')

/** An item: a workspace for an exercise, a sheet of paper for a question. */
export function ItemScreen() {
  const page = route.useLoaderData()
  return page.kind === 'exercise' ? <Workspace key={page.slug} page={page} /> : <Question key={page.slug} page={page} />
}

/** Loads what a kind of item is shown with, before it is shown. */
export async function loadScreen<Page extends ItemPage>(page: Page): Promise<Page> {
  await (page.kind === 'exercise' ? Workspace : Question).preload?.()
  return page
}
