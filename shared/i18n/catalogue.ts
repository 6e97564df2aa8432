import { en } from './en';
import type { Problem } from './problems';
import { zh } from './zh';

/** Everything Emend says, in one language. */
export type Catalogue = typeof en;

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

const catalogues: Readonly<Record<Language, Catalogue>> = { en, zh };

export const catalogueOf = (language: Language): Catalogue => catalogues[language];

/** The language for a locale such as `zh-CN` or `zh_CN.UTF-8`: Chinese for Chinese, English for all others. */
export const languageOf = (locale: string): Language => (/^zh\b|^zh[_-]/i.test(locale) ? 'zh' : 'en');

/** The sentence for a problem. */
export function describeProblem(problem: Problem, catalogue: Catalogue): string {
  const say = catalogue.problems[problem.code] as string | ((params: Problem) => string);
  return typeof say === 'string' ? say : say(problem);
}
