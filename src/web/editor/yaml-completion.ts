import { yamlLanguage } from '@codemirror/lang-yaml'
import { completionOf } from './completion.ts'

/** The words of the text itself: what else may stand there, the screen around it says. */
export const completion = completionOf(yamlLanguage, [])
