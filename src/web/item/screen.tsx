import { getRouteApi, lazyRouteComponent } from '@tanstack/react-router'
import type { ItemPage } from '../../server/contract.ts'

const Workspace = lazyRouteComponent(() => import('../exercise/workspace.tsx'), 'Workspace')
const Question = lazyRouteComponent(() => import('../question/screen.tsx'), 'QuestionScreen')
const Predict = lazyRouteComponent(() => import('../predict/screen.tsx'), 'PredictScreen')
const Recognise = lazyRouteComponent(() => import('../recognise/screen.tsx'), 'RecogniseScreen')
const Estimate = lazyRouteComponent(() => import('../estimate/screen.tsx'), 'EstimateScreen')
const Design = lazyRouteComponent(() => import('../design/screen.tsx'), 'DesignScreen')

const route = getRouteApi('/items/$slug')

/** An item: a workspace for an exercise, a sheet of paper for a question, a choice for what is derived. */
export function ItemScreen() {
  const page = route.useLoaderData()
  switch (page.kind) {
    case 'exercise':
      return <Workspace key={page.slug} page={page} />
    case 'question':
      return <Question key={page.slug} page={page} />
    case 'predict':
      return <Predict key={page.slug} page={page} />
    case 'recognise':
      return <Recognise key={page.slug} page={page} />
    case 'estimate':
      return <Estimate key={page.slug} page={page} />
    case 'design':
      return <Design key={page.slug} page={page} />
  }
}

const SCREENS = { exercise: Workspace, question: Question, predict: Predict, recognise: Recognise, estimate: Estimate, design: Design }

/** Loads what a kind of item is shown with, before it is shown. */
export async function loadScreen<Page extends ItemPage>(page: Page): Promise<Page> {
  await SCREENS[page.kind].preload?.()
  return page
}
