import type { ReasonKey } from '../i18n/en';
import type { StepName } from '../transcript/change';
import type { ReviewItem } from './review';

/** The changes that the same rules made. */
export interface ChangeGroup {
  readonly key: string;
  readonly step: StepName;
  readonly reason: ReasonKey;
  /** The different misrecognitions, most frequent first. */
  readonly before: readonly string[];
  readonly after: string;
  readonly suggested: boolean;
  readonly items: readonly ReviewItem[];
  readonly undecided: number;
}

/** What names the group of an item: its rules, and whether they only suggest. */
export const groupKey = ({ change }: ReviewItem): string => `${change.confidence}:${change.rules.join('+')}`;

/** Items by rule: sure ones before suggestions, the most frequent first. */
export function groupItems(items: readonly ReviewItem[]): ChangeGroup[] {
  const byKey = new Map<string, ReviewItem[]>();
  for (const item of items) {
    const key = groupKey(item);
    const group = byKey.get(key);
    if (group) group.push(item);
    else byKey.set(key, [item]);
  }
  const groups = [...byKey].flatMap(([key, members]): ChangeGroup[] => {
    const [first] = members;
    if (!first) return [];
    return [
      {
        key,
        step: first.change.step,
        reason: first.change.reason,
        before: mostFrequent(members.map((item) => item.before)),
        after: mostFrequent(members.map((item) => item.change.insert))[0] ?? '',
        suggested: first.change.confidence === 'suggest',
        items: members,
        undecided: members.filter((item) => !item.decided).length,
      },
    ];
  });
  return groups.sort((a, b) => Number(a.suggested) - Number(b.suggested) || b.items.length - a.items.length);
}

function mostFrequent(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
}
