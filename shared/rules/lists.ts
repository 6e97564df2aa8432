/** The lists of words that cleanup steps bring along, by the names under which a dictionary adds to them. */
export const listNames = ['fillers', 'doubled', 'units', 'acronyms'] as const;
export type ListName = (typeof listNames)[number];

/** Words for each list. */
export type WordLists = Readonly<Record<ListName, readonly string[]>>;

/** Nothing longer is a word; in UTF-16 code units. */
export const longestWord = 200;

export const noLists: WordLists = { fillers: [], doubled: [], units: [], acronyms: [] };

/** All words of several lists, each once. */
export function mergeLists(all: readonly WordLists[]): Record<ListName, string[]> {
  const merged = (name: ListName) => [...new Set(all.flatMap((lists) => lists[name]))];
  return {
    fillers: merged('fillers'),
    doubled: merged('doubled'),
    units: merged('units'),
    acronyms: merged('acronyms'),
  };
}
