import { type Catalogue, describeProblem } from '../../shared/i18n/catalogue';
import { suggestExceptions } from '../../shared/review/exceptions';
import { groupKey } from '../../shared/review/groups';
import type { ReviewItem } from '../../shared/review/review';
import type { RuleDraft } from '../../shared/rules/draft';
import type { ListedRule, RuleScope } from '../../shared/rules/editing';
import { active } from '../app/documents';
import { notify, useStore } from '../app/store';
import { bridge } from '../bridge';
import { reviewItems } from '../editor/review-state';
import { rawText } from '../editor/side-by-side';

/** A rule in the form: what it says, and what a person may add to it with one click. */
export interface RuleFormState {
  readonly draft: RuleDraft;
  /** Where it will be written; a rule that is edited stays in its own layer. */
  readonly scope: RuleScope['kind'];
  readonly isNew: boolean;
  readonly offers: { readonly phrases: readonly string[]; readonly neighbours: readonly string[] };
}

const noOffers = { phrases: [], neighbours: [] };

/** Opens the form for a new rule about the text that is selected. */
export function startNewRule(selected: string): void {
  const draft = { expected: '', patterns: selected ? [selected] : [] };
  useStore.setState({ ruleForm: { draft, scope: 'everywhere', isNew: true, offers: noOffers } });
}

/** Opens the form for a rule that is there. */
export function editRule(rule: ListedRule): void {
  const scope = rule.layer === 'folder' ? 'folder' : 'everywhere';
  useStore.setState({ ruleForm: { draft: rule.draft, scope, isNew: false, offers: noOffers } });
}

/** Opens the form for the rule that made a change, with exceptions to choose from where the person reverted it. */
export async function editRuleOf(item: ReviewItem): Promise<void> {
  const document = active();
  const [id] = item.change.rules;
  if (!document || !id) return;
  const rules = await bridge.call('listRules');
  const rule = rules.find((candidate) => candidate.draft.id === id && !candidate.overridden);
  if (!rule) return;
  const alike = document.state.field(reviewItems).filter((other) => groupKey(other) === groupKey(item));
  const reverted = alike.some((other) => other.decided && !other.applied);
  const judged = reverted ? alike : alike.map((other) => (other.id === item.id ? asReverted(other) : other));
  const offers = suggestExceptions(judged, document.state.field(rawText)?.toString() ?? '');
  const scope = rule.layer === 'folder' ? 'folder' : 'everywhere';
  useStore.setState({ ruleForm: { draft: rule.draft, scope, isNew: false, offers } });
}

/** Whoever asks for an exception at a change does not want it there. */
const asReverted = (item: ReviewItem): ReviewItem => ({ ...item, applied: false, decided: true });

/** Saves the rule in the form and closes it; what stands in the way is told, and the form stays. */
export async function saveRule(form: RuleFormState, t: Catalogue): Promise<void> {
  const fileId = active()?.file.id;
  const scope: RuleScope =
    form.scope === 'everywhere' || !fileId ? { kind: 'everywhere' } : { kind: form.scope, fileId };
  const result = await bridge.call('saveRule', tidy(form.draft), scope);
  if ('problem' in result) {
    notify('error', describeProblem(result.problem, t));
    return;
  }
  useStore.setState({ ruleForm: null });
}

/** A draft without the empty lines and fields that a form leaves. */
export function tidy(draft: RuleDraft): RuleDraft {
  const lines = (list: readonly string[] | undefined) =>
    (list ?? []).map((line) => line.trim()).filter(Boolean);
  const { near, notNear, document, except, specs, note, group, ...rest } = draft;
  const specsLeft = (specs ?? []).filter(({ from, to }) => from || to);
  return {
    ...rest,
    patterns: lines(draft.patterns),
    ...(near && lines(near.words).length > 0 && { near: { ...near, words: lines(near.words) } }),
    ...(notNear &&
      lines(notNear.words).length > 0 && { notNear: { ...notNear, words: lines(notNear.words) } }),
    ...(lines(document).length > 0 && { document: lines(document) }),
    ...(lines(except).length > 0 && { except: lines(except) }),
    ...(specsLeft.length > 0 && { specs: specsLeft }),
    ...(note?.trim() && { note: note.trim() }),
    ...(group?.trim() && { group: group.trim() }),
  };
}
