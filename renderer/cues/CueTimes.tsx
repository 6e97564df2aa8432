import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { exactClock, parseClock } from '../../shared/cues/clock';
import type { CueTime } from '../../shared/transcript/cues';
import { changeCueTime } from '../app/actions';
import { useCatalogue } from '../app/store';

/** When the cue under the cursor is shown, for a person to change. */
export function CueTimes({ index, time }: { index: number; time: CueTime }) {
  const t = useCatalogue().window.cues;
  const { start, end } = time;
  const set = (changed: CueTime) => changed.end >= changed.start && changeCueTime(index, changed);
  return (
    <div className="cue-times">
      <TimeField label={t.start} value={start} onChange={(value) => set({ start: value, end })} />
      <TimeField label={t.end} value={end} onChange={(value) => set({ start, end: value })} />
      <TimeField
        label={t.duration}
        value={end - start}
        onChange={(value) => set({ start, end: start + value })}
      />
    </div>
  );
}

/** A time that holds once a person leaves the field or presses Enter; what is no time goes back to what it was. */
function TimeField(props: { label: string; value: number; onChange: (time: number) => void }) {
  const { label, value, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    const time = parseClock(typed ?? '');
    if (time !== undefined && time !== value) onChange(time);
    setTyped(null);
  };
  return (
    <TextField
      className="time-field"
      value={typed ?? exactClock(value)}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setTyped(null);
      }}
    >
      <Label>{label}</Label>
      <Input className="number" />
    </TextField>
  );
}
