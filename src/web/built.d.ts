/// <reference types="vite/client" />

/** The client's manifest, put in by vite.config.ts: source file -> what it was built to. */
declare const BUILT_FILES: Readonly<
  Record<
    string,
    { readonly file: string; readonly css?: readonly string[]; readonly imports?: readonly string[]; readonly isEntry?: boolean }
  >
>
