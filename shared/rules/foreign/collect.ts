import type { Pattern, Rule } from '../rule';
import type { ImportNote, ImportResult, NoteReason, SkippedEntry, SkipReason } from './foreign';

/** The longest file that is read, in UTF-16 code units: a list that a person keeps is smaller. */
const longestImport = 8 * 1024 * 1024;
/** The most entries that are read. */
const mostEntries = 100_000;
/** How much of an entry is told when it is skipped, in UTF-16 code units. */
const longestQuote = 200;

/** What a format says of one entry; what it leaves out takes the usual value. */
export interface EntryRule
  extends Pick<Rule, 'expected' | 'patterns'>,
    Partial<Omit<Rule, 'id' | 'origin' | 'inOrder' | 'expected' | 'patterns'>> {}

/** What is made of an entry: a rule, or the reason why not. `merge` is as {@link Collector.takeSpelling} says. */
export type Verdict =
  | { readonly rule: EntryRule; readonly notes?: readonly NoteReason[]; readonly merge?: boolean }
  | { readonly skip: SkipReason };

/** Gathers what is read from a file, entry by entry, and keeps count. */
export class Collector {
  readonly #rules: Rule[] = [];
  readonly #ids = new Map<string, number>();
  readonly #merged = new Map<string, number>();
  readonly #skipped: SkippedEntry[] = [];
  readonly #notes = new Map<string, ImportNote>();
  #taken = 0;
  #switchedOff = 0;
  #toldFull = false;

  /** `name` is what the rules' origin calls the file. */
  constructor(
    readonly name: string,
    readonly inOrder: boolean,
  ) {}

  /** Whether there is no room for another entry, which the result then says. */
  isFull(line: number): boolean {
    if (this.#taken + this.#skipped.length < mostEntries) return false;
    if (!this.#toldFull) this.skip(line, '', { code: 'tooManyEntries', most: mostEntries });
    this.#toldFull = true;
    return true;
  }

  /** Takes an entry as a rule of its own. */
  take(line: number, entry: EntryRule): void {
    this.#taken++;
    if (entry.enabled === false) this.#switchedOff++;
    this.#rules.push(this.#toRule(line, entry));
  }

  /**
   * Takes an entry that gives one more spelling of something: entries that agree in everything else become one rule.
   * Only for lists that are matched in one pass, where that makes no difference to the result.
   */
  takeSpelling(line: number, entry: EntryRule): void {
    const { patterns, ...rest } = entry;
    const key = JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
    const at = this.#merged.get(key);
    const known = at === undefined ? undefined : this.#rules[at];
    if (at === undefined || !known) {
      this.#merged.set(key, this.#rules.length);
      this.take(line, entry);
      return;
    }
    this.#taken++;
    if (entry.enabled === false) this.#switchedOff++;
    const own = known.patterns.length > 0 ? known.patterns : [known.expected];
    const found = patterns.length > 0 ? patterns : [entry.expected];
    this.#rules[at] = { ...known, patterns: [...new Set([...own, ...found])] };
  }

  /** Does what a verdict on an entry says. `source` is the entry as the file writes it. */
  settle(line: number, source: string, verdict: Verdict): void {
    if ('skip' in verdict) this.skip(line, source, verdict.skip);
    else {
      if (verdict.merge) this.takeSpelling(line, verdict.rule);
      else this.take(line, verdict.rule);
      for (const note of verdict.notes ?? []) this.note(line, note);
    }
  }

  skip(line: number, text: string, reason: SkipReason): void {
    const quote = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
    this.#skipped.push({ line, text: quote, reason });
  }

  /** Tells something about an entry; the same thing about several entries is told once, with their number. */
  note(line: number, reason: NoteReason): void {
    const key = JSON.stringify(reason);
    const known = this.#notes.get(key);
    this.#notes.set(key, { line: known?.line ?? line, entries: (known?.entries ?? 0) + 1, reason });
  }

  result(): ImportResult {
    const skipped = [...this.#skipped].sort((a, b) => a.line - b.line);
    const counts = {
      entries: this.#taken + skipped.length,
      taken: this.#taken,
      skipped: skipped.length,
      switchedOff: this.#switchedOff,
    };
    return { rules: this.#rules, inOrder: this.inOrder, counts, skipped, notes: [...this.#notes.values()] };
  }

  #toRule(line: number, entry: EntryRule): Rule {
    return {
      caseSensitive: false,
      borders: true,
      split: false,
      except: [],
      confidence: 'auto',
      enabled: true,
      specs: [],
      ...entry,
      id: this.#uniqueId(`${this.name}#${entry.expected}`),
      inOrder: this.inOrder,
      origin: { file: this.name, line },
    };
  }

  /** Counts up, as {@link loadDictionary} does, but in one step: a list may have one right text on each of its lines. */
  #uniqueId(wanted: string): string {
    const used = this.#ids.get(wanted) ?? 0;
    this.#ids.set(wanted, used + 1);
    if (used === 0) return wanted;
    const id = `${wanted}~${used + 1}`;
    return this.#ids.has(id) ? this.#uniqueId(id) : this.#claim(id);
  }

  #claim(id: string): string {
    this.#ids.set(id, 1);
    return id;
  }
}

/** Starts gathering, or says at once that the file is larger than anything a person would keep. */
export function collect(
  text: string,
  name: string,
  inOrder: boolean,
  read: (collector: Collector) => void,
): ImportResult {
  const collector = new Collector(name, inOrder);
  if (text.length > longestImport) {
    collector.skip(1, text, { code: 'fileTooLarge', megabytes: longestImport / 1024 / 1024 });
  } else read(collector);
  return collector.result();
}

/** Reads a list that has an entry on each line; `judge` returns nothing for lines that are none. Empty lines are none. */
export function settleLines(
  text: string,
  collector: Collector,
  judge: (source: string, line: number) => Verdict | undefined,
): void {
  for (const [index, source] of plainText(text).split('\n').entries()) {
    const line = index + 1;
    const verdict = source.trim() ? judge(source, line) : undefined;
    if (!verdict) continue;
    if (collector.isFull(line)) return;
    collector.settle(line, source, verdict);
  }
}

/** The text without a byte-order mark, with `\n` line ends. */
export const plainText = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** A rule about spelling has nothing else to look for: that the right text is listed as wrong says no more. */
export function spellingsOf(expected: string, pattern: Pattern): readonly Pattern[] {
  return pattern === expected ? [] : [pattern];
}
