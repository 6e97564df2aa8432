import { createContext, Script } from 'node:vm';
import type { Problem } from '../shared/i18n/problems';
import type { RegExpGuard } from '../shared/rules/dictionary';
import type { Rule } from '../shared/rules/rule';

/** How long the expressions of one rule may take on one file of usual size, in milliseconds. */
const usualBudget = 2000;
/** A long text takes a harmless rule longer too; this is what counts as long, in UTF-16 code units. */
const usualLength = 500_000;

/** How long the expressions of one rule may take on a text of so many UTF-16 code units, in milliseconds. */
export const budgetFor = (length: number): number =>
  Math.round(usualBudget * Math.max(1, length / usualLength));

/** A rule that took too long, as what runs later needs to know it, and what to tell about it. */
export interface Runaway {
  /** Names the rule together with what it looks for: a rule that was changed since may be tried again. */
  readonly key: string;
  readonly problem: Problem;
}

/** A guard for one file, and the rules that ran away on it. */
export interface FileGuard extends RegExpGuard {
  readonly runaways: readonly Runaway[];
}

/**
 * Guards what is done to one file. A rule may take `budget` milliseconds, all its places and passes together; then it is
 * stopped, even in the middle of matching. Rules whose key is `known` are not tried at all.
 */
export function guardFile(known: Iterable<string> = [], budget = usualBudget): FileGuard {
  const keys = new Set(known);
  const stopped = new Map<Rule, boolean>();
  const spent = new Map<Rule, number>();
  const runaways: Runaway[] = [];

  const isStopped = (rule: Rule): boolean => {
    const known = stopped.get(rule);
    if (known !== undefined) return known;
    const answer = keys.size > 0 && keys.has(keyOfRule(rule));
    stopped.set(rule, answer);
    return answer;
  };
  const stop = (rule: Rule) => {
    stopped.set(rule, true);
    const { id, origin } = rule;
    const problem = { code: 'ruleRanAway', rule: id, ...origin, seconds: budget / 1000 } as const;
    runaways.push({ key: keyOfRule(rule), problem });
  };

  return {
    runaways,
    isStopped,
    each(tasks, work) {
      let next = 0;
      // Entering the script takes longer than most rules, so many are done in one go.
      const goOn = () => {
        const begun = performance.now();
        let now = begun;
        for (; next < tasks.length && now - begun < stretch; next++) {
          const task = tasks[next];
          if (!task || isStopped(task.rule)) continue;
          work(task);
          const after = performance.now();
          const total = (spent.get(task.rule) ?? 0) + after - now;
          spent.set(task.rule, total);
          now = after;
          if (total > budget) stop(task.rule);
        }
      };
      while (next < tasks.length) {
        if (!runWithin(budget, goOn)) {
          const task = tasks[next++];
          if (task) stop(task.rule);
        }
      }
    },
  };
}

/** How long rules are run in one go, in milliseconds: much less than a budget, which is that of the last of them. */
const stretch = 50;

/** A rule by what it says, wherever and whenever it is read. */
export const keyOfRule = ({ id, origin, patterns, near, notNear, document, except }: Rule): string =>
  JSON.stringify([id, origin.file, patterns, near, notNear, document, except], (_key, value: unknown) =>
    value instanceof RegExp ? String(value) : value,
  );

/** Does `work`, unless it takes longer than so many milliseconds; then it is stopped in the middle, and false returned. */
export function runWithin(milliseconds: number, work: () => void): boolean {
  runner ??= createRunner();
  return runner(milliseconds, work);
}

let runner: ReturnType<typeof createRunner> | undefined;

/** Only a script can be stopped from outside, so one is made that does nothing but the work it is given. */
function createRunner(): (milliseconds: number, work: () => void) => boolean {
  const given = { work: () => {} };
  const context = createContext(given);
  const script = new Script('work()');
  return (milliseconds, work) => {
    const outer = given.work;
    given.work = work;
    try {
      script.runInContext(context, { timeout: milliseconds });
      return true;
    } catch (error) {
      // It comes out of the script's own world, where Error is another one.
      const { code } = Object(error) as { readonly code?: unknown };
      if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      return false;
    } finally {
      given.work = outer;
    }
  };
}
