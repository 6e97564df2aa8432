import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Problem } from '../i18n/problems';
import { type ListName, listNames, longestWord, type WordLists } from './lists';

/**
 * Reads what a dictionary called `file` has under `lists`: for each list one word or several. What is no word, and
 * lists that no step knows, are left out and told with their line. `lineOf` gives the line of a place in the file.
 */
export function readLists(
  node: ParsedNode,
  file: string,
  lineOf: (offset: number | undefined) => number,
): { lists: WordLists; problems: Problem[] } {
  const lists: Record<ListName, string[]> = { fillers: [], doubled: [], units: [], acronyms: [] };
  const problems: Problem[] = [];
  const lineAt = (at: ParsedNode | null) => lineOf(at?.range?.[0]);
  if (!isMap<ParsedNode, ParsedNode | null>(node)) {
    problems.push({ code: 'listUnreadable', file, line: lineAt(node), list: 'lists' });
    return { lists, problems };
  }
  for (const { key, value } of node.items) {
    const said = isScalar(key) ? String(key.value) : '';
    const list = listNames.find((name) => name === said);
    if (!list) {
      const known = listNames.join(', ');
      problems.push({ code: 'listUnknown', file, line: lineAt(key), list: said, known });
    } else if (isMap(value)) {
      problems.push({ code: 'listUnreadable', file, line: lineAt(key), list });
    } else if (!isEmpty(value)) {
      for (const entry of isSeq<ParsedNode | null>(value) ? value.items : [value]) {
        const word = isScalar(entry) && typeof entry.value === 'string' ? entry.value.trim() : '';
        if (word && word.length <= longestWord) lists[list].push(word);
        else problems.push({ code: 'listWordUnreadable', file, line: lineAt(entry), list });
      }
    }
  }
  return { lists, problems };
}

/** A name with nothing behind it. */
const isEmpty = (node: ParsedNode | null): boolean =>
  node === null || (isScalar(node) && node.value === null);
