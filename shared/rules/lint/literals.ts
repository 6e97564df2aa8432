import { isGuard } from '../dictionary';
import { foldText } from '../fold';
import type { Rule } from '../rule';
import { finding, hasContext, type LintFinding } from './finding';

/** What can be said of a rule's literals by themselves: those so short or common that they are often meant. */
export function lintLiterals(rule: Rule): LintFinding[] {
  const findings: LintFinding[] = [];
  const seen = new Set<string>();
  const isCareful = hasContext(rule) || rule.confidence === 'suggest';
  for (const pattern of rule.patterns) {
    if (typeof pattern !== 'string') continue;
    const key = rule.caseSensitive ? pattern : foldText(pattern);
    if (seen.has(key)) findings.push(finding('hint', { code: 'patternTwice', pattern }, rule));
    seen.add(key);
    // A rule about spelling or a guard does not mistake one word for another.
    if (isCareful || isGuard(rule) || foldText(pattern) === foldText(rule.expected)) continue;
    if (rule.expected === '') findings.push(finding('warning', { code: 'deletes', pattern }, rule));
    const risk = riskOf(pattern, rule.caseSensitive);
    if (risk) findings.push(finding('warning', { code: risk, pattern }, rule));
  }
  if (rule.expected === '' && !isCareful) {
    const expressions = rule.patterns.filter((pattern) => typeof pattern !== 'string');
    for (const { source } of expressions) {
      findings.push(finding('hint', { code: 'deletes', pattern: `/${source}/` }, rule));
    }
  }
  return findings;
}

type Risk = 'oneCharacter' | 'commonWord' | 'shortLatin' | 'commonEnglish';

function riskOf(pattern: string, caseSensitive: boolean): Risk | undefined {
  if (/^\p{Script=Han}$/u.test(pattern)) return 'oneCharacter';
  if (/^\p{Script=Han}{2}$/u.test(pattern)) return isOneWord(pattern) ? 'commonWord' : undefined;
  // Capitals throughout, in a rule that minds them, are an abbreviation and no word.
  if (caseSensitive && /^\p{Lu}+$/u.test(pattern)) return pattern.length === 1 ? 'shortLatin' : undefined;
  if (/^\p{Script=Latin}{1,2}$/u.test(pattern)) return 'shortLatin';
  return commonEnglish.has(pattern.toLowerCase()) ? 'commonEnglish' : undefined;
}

let segmenter: Intl.Segmenter | undefined;

/** Whether the word list that comes with the JavaScript engine has it; of what it does not have, it makes two words. */
function isOneWord(text: string): boolean {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)].length === 1;
}

/** The words that any English sentence may have. */
const commonEnglish = new Set(
  (
    'the and that have for not with you this but his from they say her she will one all would there their what out ' +
    'about who get which when make can like time just him know take people into year your good some could them see ' +
    'other than then now look only come its over think also back after use two how our work first well way even new ' +
    'want because any these give day most are was were been has had did does is be to of in it on as at by we or an ' +
    'my so up if go me no he do us am too very more much many here where why yes off down still let own same may must'
  ).split(' '),
);
