/** One instruction, with its continued lines joined and comments inside it gone. */
export interface Instruction {
  /** In capitals, e.g. `COPY`. */
  readonly keyword: string
  readonly line: number
  /** What stands behind the keyword and its flags; of a heredoc what stands in it. */
  readonly text: string
  /** The words of it, variables of ARG and ENV filled in. */
  readonly words: readonly string[]
  /** The words of the exec form, `["python", "serve.py"]`; undefined in the shell form. */
  readonly json: readonly string[] | undefined
  /** `--mount=type=cache,...` as `['mount', 'type=cache,...']`. */
  readonly flags: readonly (readonly [string, string])[]
  /** Of ENV, ARG and LABEL. */
  readonly properties: readonly { readonly name: string; readonly value: string | undefined }[]
}

/** One `FROM` and what follows it. */
export interface Stage {
  readonly index: number
  readonly name: string | undefined
  /** Name of the image or stage that it begins with, variables filled in. */
  readonly base: string
  /** The stage that it begins with; undefined when that is an image. */
  readonly parent: Stage | undefined
  readonly line: number
  readonly instructions: readonly Instruction[]
}

export interface Dockerfile {
  readonly stages: readonly Stage[]
  /** What the image is made of: the last stage. */
  readonly final: Stage
}

/** The stage that a name or number stands for; the last of that name. */
export function stageCalled(name: string, stages: readonly Stage[]): Stage | undefined {
  if (/^\d{1,3}$/.test(name)) return stages[Number(name)]
  return stages.findLast((stage) => stage.name?.toLowerCase() === name.toLowerCase())
}

/** A stage with those that it begins with, the first one first: everything that ends up in its image. */
export function chainOf(stage: Stage): readonly Stage[] {
  return stage.parent === undefined ? [stage] : [...chainOf(stage.parent), stage]
}

/** Every instruction whose outcome is in the final image. */
export function shipped({ final }: Dockerfile): readonly Instruction[] {
  return chainOf(final).flatMap(({ instructions }) => instructions)
}
