import { SlidersHorizontal } from 'lucide-react';
import {
  Button,
  Checkbox,
  Dialog,
  DialogTrigger,
  Heading,
  Input,
  Label,
  NumberField,
  Popover,
} from 'react-aria-components';
import { type CueProfile, type ProfileChoice, type ProfileName, profileOf } from '../../shared/cues/profile';
import { cueProfileSchema } from '../../shared/cues/profile-schema';
import { useCatalogue, useStore } from '../app/store';
import { bridge } from '../bridge';
import { Choice } from '../steps/Choice';

/** The numbers a person may set, and how far one press of an arrow key goes. */
const numbers = {
  lineWidth: 1,
  widestLine: 1,
  latinLineWidth: 1,
  widestLatinLine: 1,
  mostLines: 1,
  hanPerSecond: 0.5,
  otherPerSecond: 1,
  shortest: 100,
  longest: 100,
  gap: 1,
  linger: 100,
} as const satisfies Partial<Record<keyof CueProfile, number>>;

/** Takes a profile for all files, and keeps it; numbers that contradict each other are not taken. */
function choose(choice: ProfileChoice): void {
  if (typeof choice !== 'string' && !cueProfileSchema.safeParse(choice).success) return;
  useStore.setState({ subtitles: choice });
  void bridge.call('setSubtitles', choice);
}

/** By which numbers subtitles are cut and checked. */
export function ProfileMenu() {
  const t = useCatalogue().window.cues;
  const choice = useStore((store) => store.subtitles);
  const profile = profileOf(choice);
  const name = typeof choice === 'string' ? choice : 'custom';
  const set = (change: Partial<CueProfile>) => choose({ ...profile, ...change });
  return (
    <DialogTrigger>
      <Button className="button" aria-label={`${t.profile}: ${t.profiles[name]}`}>
        <SlidersHorizontal size={14} aria-hidden />
        {t.profiles[name]}
      </Button>
      <Popover className="popover steps-popover" placement="left top">
        <Dialog className="steps" aria-label={t.profile}>
          <Heading slot="title">{t.profile}</Heading>
          <p className="popover-note">{t.profileIntro}</p>
          <Choice<ProfileName | 'custom'>
            label={t.profileName}
            value={name}
            choices={t.profiles}
            onChange={(chosen) => choose(chosen === 'custom' ? { ...profile } : chosen)}
          />
          {(Object.keys(numbers) as (keyof typeof numbers)[]).map((key) => (
            <NumberField
              key={key}
              className="choice"
              value={profile[key]}
              step={numbers[key]}
              minValue={0}
              onChange={(value) => Number.isFinite(value) && set({ [key]: value })}
            >
              <Label>{t.numbers[key]}</Label>
              <Input className="number" />
            </NumberField>
          ))}
          <Checkbox
            className="check"
            isSelected={profile.countEvery}
            onChange={(countEvery) => set({ countEvery })}
          >
            <span className="box" aria-hidden />
            {t.countEvery}
          </Checkbox>
          <Choice
            label={t.finalMarks}
            value={profile.finalMarks}
            choices={t.markChoices.final}
            onChange={(finalMarks) => set({ finalMarks })}
          />
          <Choice
            label={t.innerMarks}
            value={profile.innerMarks}
            choices={t.markChoices.inner}
            onChange={(innerMarks) => set({ innerMarks })}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
