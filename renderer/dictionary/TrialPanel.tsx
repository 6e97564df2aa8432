import { useEffect, useState } from 'react';
import { describeProblem } from '../../shared/i18n/catalogue';
import type { RuleDraft } from '../../shared/rules/draft';
import type { RuleHit, RuleTrial } from '../../shared/rules/editing';
import { type OpenDocument, useCatalogue, useStore } from '../app/store';
import { bridge } from '../bridge';
import { reviewItems } from '../editor/review-state';
import { rawText } from '../editor/side-by-side';
import { tidy } from './rule-form';

/** How many places are shown; the rest is counted. */
const shownHits = 40;

/** What the rule in the form would change in the open files, and whether its examples hold, as it is typed. */
export function TrialPanel({ draft }: { draft: RuleDraft }) {
  const t = useCatalogue();
  const words = t.window.dictionary;
  const documents = useStore((store) => store.documents);
  const trial = useTrial(draft);
  const hits = trial?.hits ?? [];
  const files = new Set(hits.map(({ fileId }) => fileId)).size;
  const reviewed = hits.filter((hit) => isReviewed(hit, documents)).length;
  return (
    <section className="trial" aria-label={words.impact} aria-live="polite">
      <h3>{words.impact}</h3>
      {trial?.problem && <p className="trial-problem">{describeProblem(trial.problem, t)}</p>}
      {trial?.failures.map((failure) => (
        <p key={failure.from} className="trial-problem">
          {words.specFails(failure)}
        </p>
      ))}
      {trial && !trial.problem && trial.failures.length === 0 && (draft.specs?.length ?? 0) > 0 && (
        <p className="trial-good">{words.specHolds}</p>
      )}
      {trial && !trial.problem && (
        <p>{hits.length === 0 ? words.impactNone : words.impactHits({ hits: hits.length, files })}</p>
      )}
      {reviewed > 0 && <p className="trial-warning">{words.impactReviewed({ reviewed })}</p>}
      <ul>
        {hits.slice(0, shownHits).map((hit) => (
          <Hit key={`${hit.fileId} ${hit.from}`} hit={hit} documents={documents} />
        ))}
      </ul>
      {hits.length > shownHits && (
        <p className="field-hint">{words.more({ count: hits.length - shownHits })}</p>
      )}
    </section>
  );
}

/** What the main process says of a draft, asked again a moment after the last key. */
function useTrial(draft: RuleDraft): RuleTrial | null {
  const [trial, setTrial] = useState<RuleTrial | null>(null);
  const question = JSON.stringify(tidy(draft));
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void bridge.call('tryRule', JSON.parse(question)).then(
        (answer) => current && setTrial(answer),
        () => current && setTrial(null),
      );
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [question]);
  return trial;
}

/** Whether a person has already decided about this place. */
function isReviewed(hit: RuleHit, documents: readonly OpenDocument[]): boolean {
  const document = documents.find(({ file }) => file.id === hit.fileId);
  return (
    document?.state
      .field(reviewItems)
      .some(({ change, decided }) => decided && change.from < hit.to && hit.from < change.to) ?? false
  );
}

function Hit({ hit, documents }: { hit: RuleHit; documents: readonly OpenDocument[] }) {
  const document = documents.find(({ file }) => file.id === hit.fileId);
  const raw = document?.state.field(rawText);
  if (!document || !raw) return null;
  const line = raw.lineAt(Math.min(hit.from, raw.length));
  const end = Math.min(hit.to, raw.length);
  return (
    <li title={`${document.file.name}:${line.number}`}>
      {raw.sliceString(Math.max(line.from, hit.from - 12), hit.from)}
      <del className="em-del">{raw.sliceString(hit.from, end).replaceAll('\n', '⏎')}</del>{' '}
      <ins className="em-ins">{hit.insert}</ins>
      {raw.sliceString(end, Math.max(end, Math.min(line.to, end + 14)))}
    </li>
  );
}
