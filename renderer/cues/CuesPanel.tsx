import { useDeferredValue, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { type CueProfile, limitsFor, profileOf } from '../../shared/cues/profile';
import { readingTime, widthOf } from '../../shared/cues/width';
import type { Catalogue } from '../../shared/i18n/catalogue';
import type { CueTime } from '../../shared/transcript/cues';
import { runCommand } from '../app/actions';
import { activeDocument, useCatalogue, useStore } from '../app/store';
import { cueList } from '../editor/cues';
import { cueUnderCursor } from './at-cursor';
import { CueTimes } from './CueTimes';
import { useCheckedCues } from './checked';
import { Preview } from './Preview';
import { ProblemList } from './ProblemList';
import { ProfileMenu } from './ProfileMenu';

/** How wide a cue is and how fast it must be read, beside what the profile allows. */
function measuresOf(
  lines: readonly string[],
  { start, end }: CueTime,
  profile: CueProfile,
  t: Catalogue['window']['cues'],
): string {
  const { wanted } = limitsFor(lines.join(''), profile);
  const width = Math.max(...lines.map((line) => widthOf(line, profile.countEvery)));
  // Read at the profile's speed it would take so long; shown for less, it must be read faster.
  const share = readingTime(lines.join(''), profile) / Math.max(1, end - start);
  const rate = Math.round(share * profile.hanPerSecond * 10) / 10;
  return `${t.width({ width, limit: wanted })} · ${t.speed({ rate, limit: profile.hanPerSecond })}`;
}

/** The subtitle under the cursor, and what is wrong with any of them. */
export function CuesPanel() {
  const t = useCatalogue().window.cues;
  const state = useDeferredValue(useStore((store) => activeDocument(store)?.state));
  const choice = useStore((store) => store.subtitles);
  const profile = useMemo(() => profileOf(choice), [choice]);
  const made = useStore((store) => activeDocument(store)?.file.made);
  const terms = useStore((store) => store.terms);
  const checked = useCheckedCues();
  const cue = useMemo(() => state && cueUnderCursor(state, profile, terms), [state, profile, terms]);
  if (!state || !cue) return null;
  const { lines, timed } = cue;
  const list = state.field(cueList);
  const total = list.length;
  const sureness = timed && made?.sureness?.[list[timed.index]?.origin ?? -1];
  return (
    <section className="cues" aria-label={t.tab}>
      <Preview lines={lines} />
      {timed ? (
        <>
          <p className="cue-name">
            {t.cueOf({ index: timed.index + 1, total })}
            {timed.speaker && <span className="speaker">{timed.speaker}</span>}
          </p>
          <p className="cue-measures">{measuresOf(lines, timed.time, profile, t)}</p>
          {sureness !== undefined && <p className="cue-measures">{t.sureTime({ sureness })}</p>}
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
      {timed && <ProblemList checked={checked} />}
    </section>
  );
}
