import { StreamLanguage } from '@codemirror/language'
import { dockerFile } from '@codemirror/legacy-modes/mode/dockerfile'

/** Dockerfiles have no grammar of their own here: their words are coloured line by line. */
export const grammar = StreamLanguage.define(dockerFile)
