import { type Finder, finding, matching } from './finding';

const spoken = 'zero one two three four five six seven eight nine ten'.split(' ');
const spokenNumber = spoken.join('|');

/** g p t four o, p h d: known acronyms spelled letter by letter, with the version that follows them. */
export function letters(acronyms: readonly string[]): Finder {
  const known = new Map(acronyms.map((acronym) => [acronym.toUpperCase(), acronym]));
  const run = new RegExp(
    `(?<![A-Za-z\\d'’-])([A-Za-z](?: [A-Za-z]){1,7}?)(?: (${spokenNumber}|\\d{1,2})(?: point (${spokenNumber})|[.。](\\d))?( o)?)?(?![A-Za-z\\d'’-]| [A-Za-z](?![A-Za-z]))`,
    'g',
  );
  return (text) =>
    matching(text, run, ({ index, 0: all, 1: spelled = '', 2: number, 3: point, 4: part, 5: omni }) => {
      const acronym = known.get(spelled.replaceAll(' ', '').toUpperCase());
      if (acronym === undefined) return undefined;
      // A version belongs to a name; elsewhere the number is one of its own.
      const named = acronym === 'GPT';
      const version =
        named && number
          ? `-${inDigits(number)}${(point ?? part) ? `.${inDigits(point ?? part ?? '')}` : ''}${omni ? 'o' : ''}`
          : '';
      const sure = acronym.length > 2 || acronym === 'AI';
      return finding(
        'letters',
        index,
        version || !number ? all.length : spelled.length,
        acronym + version,
        sure ? 'auto' : 'suggest',
      );
    });
}

function inDigits(number: string): string {
  const value = spoken.indexOf(number);
  return value < 0 ? number : String(value);
}
