import { type CallArgs, type CallName, type CallResult, calls } from '../shared/contract';
import type { Problem } from '../shared/i18n/problems';

/** What does the calls of the contract. */
export type Handlers = {
  readonly [Name in CallName]: (...args: CallArgs<Name>) => CallResult<Name> | Promise<CallResult<Name>>;
};

/** An answer as it crosses the bridge: an Error would lose all but its message on the way. */
export type Answer = { readonly value: unknown } | { readonly problem: Problem };

/**
 * Does a call that came from the window, if it is one of the contract and its arguments are what they should be. Never
 * rejects: what fails becomes a problem that the window can show, and goes to `log` in full.
 */
export async function answer(
  handlers: Handlers,
  name: unknown,
  args: unknown,
  log: (message: string, error: unknown) => void,
): Promise<Answer> {
  try {
    if (!isCallName(name)) throw new Error(`There is no call ${String(name)}`);
    return { value: await handle(handlers, name, args) };
  } catch (error) {
    log(`The call ${String(name)} failed`, error);
    return {
      problem: { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) },
    };
  }
}

const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(calls, name);

function handle<Name extends CallName>(handlers: Handlers, name: Name, args: unknown): unknown {
  const parsed = calls[name].args.safeParse(args);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${name}: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const handler: (...args: CallArgs<Name>) => unknown = handlers[name];
  return handler(...(parsed.data as CallArgs<Name>));
}
