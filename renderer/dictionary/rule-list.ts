import type { ListedRule } from '../../shared/rules/editing';

export const columns = ['wrong', 'right', 'group', 'source', 'kind'] as const;
export type Column = (typeof columns)[number];

export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

/** What a rule shows in a column, and is sorted and searched by. */
export function cellText(rule: ListedRule, column: Column): string {
  const { draft } = rule;
  switch (column) {
    case 'wrong':
      return draft.patterns.join(' · ');
    case 'right':
      return draft.expected;
    case 'group':
      return draft.group ?? '';
    case 'source':
      return `${rule.layer} ${rule.file}`;
    case 'kind':
      return `${draft.confidence ?? 'auto'} ${isConditional(rule) ? 'conditional' : ''}`;
  }
}

/** Whether a rule asks anything of what stands around a hit. */
export const isConditional = ({ draft }: ListedRule): boolean =>
  Boolean(draft.near ?? draft.notNear ?? draft.document ?? (draft.except?.length ? draft.except : undefined));

/** The rules that hold all words of the query, in the order asked for; as they stack where none is. */
export function findRules(
  rules: readonly ListedRule[],
  query: string,
  sorting: Sorting | null,
): readonly ListedRule[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found =
    wanted.length === 0
      ? rules
      : rules.filter((rule) => {
          const text =
            `${rule.draft.patterns.join(' ')} ${rule.draft.expected} ${rule.draft.id} ${rule.draft.group ?? ''} ${rule.draft.note ?? ''} ${rule.file}`.toLowerCase();
          return wanted.every((word) => text.includes(word));
        });
  if (!sorting) return found;
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const keyed = found.map((rule) => ({ rule, key: cellText(rule, sorting.column) }));
  keyed.sort((a, b) => (sorting.descending ? -1 : 1) * collator.compare(a.key, b.key));
  return keyed.map(({ rule }) => rule);
}
