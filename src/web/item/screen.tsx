import { getRouteApi } from '@tanstack/react-router'
import { Workspace } from '../exercise/workspace.tsx'
import { QuestionScreen } from '../question/screen.tsx'

const route = getRouteApi('/items/$slug')

/** An item: a workspace for an exercise, a sheet of paper for a question. */
export function ItemScreen() {
  const page = route.useLoaderData()
  return page.kind === 'exercise' ? <Workspace key={page.slug} page={page} /> : <QuestionScreen key={page.slug} page={page} />
}
