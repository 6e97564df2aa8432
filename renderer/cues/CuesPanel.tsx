import { useDeferredValue, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { profileOf } from '../../shared/cues/profile';
import { runCommand } from '../app/actions';
import { activeDocument, useCatalogue, useStore } from '../app/store';
import { cueList } from '../editor/cues';
import { cueUnderCursor } from './at-cursor';
import { CueTimes } from './CueTimes';
import { Preview } from './Preview';
import { ProblemList } from './ProblemList';
import { ProfileMenu } from './ProfileMenu';

/** The subtitle under the cursor, and what is wrong with any of them. */
export function CuesPanel() {
  const t = useCatalogue().window.cues;
  const state = useDeferredValue(useStore((store) => activeDocument(store)?.state));
  const choice = useStore((store) => store.subtitles);
  const profile = useMemo(() => profileOf(choice), [choice]);
  const cue = useMemo(() => state && cueUnderCursor(state, profile), [state, profile]);
  if (!state || !cue) return null;
  const { lines, timed } = cue;
  const total = state.field(cueList).length;
  return (
    <section className="cues" aria-label={t.tab}>
      <Preview lines={lines} />
      {timed ? (
        <>
          <p className="cue-name">
            {t.cueOf({ index: timed.index + 1, total })}
            {timed.speaker && <span className="speaker">{timed.speaker}</span>}
          </p>
          <CueTimes key={timed.index} index={timed.index} time={timed.time} />
        </>
      ) : (
        <p className="cue-name">{lines.length > 0 ? t.asItWouldBeCut : t.nothingHere}</p>
      )}
      <div className="cue-actions">
        <ProfileMenu />
        {!timed && (
          <Button className="button" onPress={() => runCommand('makeSubtitles')}>
            {t.make}
          </Button>
        )}
      </div>
      {timed && <ProblemList state={state} profile={profile} />}
    </section>
  );
}
