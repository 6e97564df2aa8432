import type { Rule } from '../rule';
import { type Collector, type EntryRule, spellingsOf, type Verdict } from './collect';
import { exportExpression } from './export-expression';
import type { NoteReason } from './foreign';
import { importExpression } from './import-expression';
import { borderedExpression, hasBorders, literalPattern, needsNoBorders, readBordered } from './literal';
import { Losses, obstacle } from './losses';
import { readDotnet, writeDotnet } from './replacement';

/** What Subtitle Edit's multiple replace knows of a rule, whichever file it is in. */
export interface ReplaceRow {
  readonly group: string;
  readonly find: string;
  readonly replaceWith: string;
  readonly type: ReplaceType;
  readonly active: boolean;
  readonly description: string;
}

type ReplaceType = 'CaseInsensitive' | 'CaseSensitive' | 'RegularExpression';

/** What Subtitle Edit calls the group of rules without one. */
const noGroup = 'Default';

/** The type that a file names; like Subtitle Edit we take what we do not know for the usual one. */
function replaceType(name: string): ReplaceType | undefined {
  const types: Record<string, ReplaceType> = {
    '': 'CaseInsensitive',
    normal: 'CaseInsensitive',
    caseinsensitive: 'CaseInsensitive',
    casesensitive: 'CaseSensitive',
    regularexpression: 'RegularExpression',
  };
  return types[name.trim().toLowerCase()];
}

/** A row as a rule, or why not. `typeName` is the type as the file writes it. */
export function takeRow(
  collector: Collector,
  line: number,
  row: Omit<ReplaceRow, 'type'> & { readonly typeName: string },
): void {
  const type = replaceType(row.typeName);
  const { group, description } = row;
  const rest = {
    enabled: row.active,
    ...(group !== '' && group !== noGroup && { group }),
    ...(description !== '' && { note: description }),
  };
  const verdict = judgePair(row.find, row.replaceWith, type ?? 'CaseInsensitive');
  const notes: NoteReason[] = type ? [] : [{ code: 'unknownType', type: row.typeName }];
  collector.settle(
    line,
    `${row.find} → ${row.replaceWith}`,
    'skip' in verdict
      ? verdict
      : { rule: { ...verdict.rule, ...rest }, notes: [...notes, ...(verdict.notes ?? [])] },
  );
}

function judgePair(find: string, replaceWith: string, type: ReplaceType): Verdict {
  if (find === '') return { skip: { code: 'emptyFind' } };
  if (type !== 'RegularExpression') {
    const caseSensitive = type === 'CaseSensitive';
    const pattern = literalPattern(find, { caseSensitive, borders: false });
    const meaning =
      typeof pattern === 'string' ? { caseSensitive, borders: needsNoBorders(find, replaceWith) } : {};
    const patterns = caseSensitive ? [pattern] : spellingsOf(replaceWith, pattern);
    return { rule: { ...meaning, expected: replaceWith, patterns } };
  }
  const literal = readLiteral(find, replaceWith);
  if (literal) return { rule: literal };
  const converted = importExpression(find, replaceWith, 'dotnet');
  if ('reason' in converted) return { skip: converted.reason };
  const { expected, expression, notes } = converted;
  return { rule: { expected, patterns: [expression] }, notes };
}

const ignoreCase = '(?i)';
const noGroups = { names: [], numbers: [] };

/** A literal of ours with its borders, which {@link rowsOf} has written as an expression. */
function readLiteral(find: string, replaceWith: string): EntryRule | undefined {
  const caseSensitive = !find.startsWith(ignoreCase);
  const literal = readBordered(caseSensitive ? find : find.slice(ignoreCase.length), caseSensitive);
  const pieces = readDotnet(replaceWith, noGroups);
  if (literal === undefined || 'construct' in pieces) return undefined;
  const expected = pieces.join('');
  return { expected, caseSensitive, patterns: caseSensitive ? [literal] : spellingsOf(expected, literal) };
}

/**
 * Rules as rows of Subtitle Edit, one for each spelling. Its rules all run in order: those of ours that are matched in
 * one pass are sorted so that the longer spellings of a group come first. `fits` says what the file cannot hold.
 */
export function rowsOf(
  rules: readonly Rule[],
  fits: (text: string) => boolean = () => true,
): { rows: readonly ReplaceRow[]; losses: Losses } {
  const losses = new Losses();
  const rows: ReplaceRow[] = [];
  const loose = new Map<string, ReplaceRow[]>();
  for (const rule of rules) {
    const reason = obstacle(rule, ['enabled']);
    if (reason) {
      losses.omit(rule, reason);
      continue;
    }
    const written = rowsOfRule(rule, losses).filter((row) => {
      const holds = [row.group, row.find, row.replaceWith, row.description].every(fits);
      if (!holds) losses.omit(rule, { code: 'characters' });
      return holds;
    });
    if (written.length > 0) losses.noteRest(rule, ['group', 'note']);
    const [first] = written;
    if (rule.inOrder) rows.push(...written);
    else if (first) loose.set(first.group, [...(loose.get(first.group) ?? []), ...written]);
  }
  const sorted = [...loose.values()].flatMap((group) =>
    group.toSorted((a, b) => b.find.length - a.find.length),
  );
  return { rows: [...sorted, ...rows], losses };
}

function rowsOfRule(rule: Rule, losses: Losses): ReplaceRow[] {
  const patterns = rule.patterns.length > 0 ? rule.patterns : [rule.expected];
  const rest = { group: rule.group || noGroup, active: rule.enabled, description: rule.note ?? '' };
  return patterns.flatMap((pattern): ReplaceRow[] => {
    if (typeof pattern !== 'string') {
      const exported = exportExpression(pattern, rule.expected, 'dotnet');
      if ('reason' in exported) {
        losses.omit(rule, exported.reason);
        return [];
      }
      for (const note of exported.notes) losses.note(rule, note);
      return [
        { ...rest, find: exported.source, replaceWith: exported.replacement, type: 'RegularExpression' },
      ];
    }
    if (!rule.borders || !hasBorders(pattern)) {
      const type = rule.caseSensitive ? 'CaseSensitive' : 'CaseInsensitive';
      return [{ ...rest, find: pattern, replaceWith: rule.expected, type }];
    }
    const replaceWith = writeDotnet([rule.expected], noGroups);
    const readBack = readDotnet(replaceWith, noGroups);
    if ('construct' in readBack || readBack.join('') !== rule.expected) {
      losses.omit(rule, { code: 'replacementConstruct', construct: rule.expected });
      return [];
    }
    const find = `${rule.caseSensitive ? '' : ignoreCase}${borderedExpression(pattern, rule.caseSensitive)}`;
    return [{ ...rest, find, replaceWith, type: 'RegularExpression' }];
  });
}
