import type { en } from './en';

type Problems = typeof en.problems;

/**
 * Something a person must read: a code, and what its sentence names. Plain data, so that it crosses threads and
 * processes and is put into words where the language is known (see catalogue.ts).
 */
export type Problem = {
  [Code in keyof Problems]: Problems[Code] extends (params: infer Params) => string
    ? { readonly code: Code } & Readonly<Params>
    : { readonly code: Code };
}[keyof Problems];
