import { SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
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
import type { StepOptions } from '../../shared/steps/options';
import { useCatalogue } from '../app/store';
import { Choice } from './Choice';

/** Which cleanup steps work, and how; changes take effect at once. What stands below them is given as children. */
export function StepsMenu(props: {
  steps: StepOptions;
  intro: string;
  placement: 'bottom end' | 'right top';
  onChange: (steps: StepOptions) => void;
  children?: ReactNode;
}) {
  const { steps, intro, placement, onChange, children } = props;
  const t = useCatalogue();
  const words = t.window.stepOptions;
  const set = (change: Partial<StepOptions>) => onChange({ ...steps, ...change });
  return (
    <DialogTrigger>
      <Button className="button">
        <SlidersHorizontal size={15} aria-hidden />
        {words.title}
      </Button>
      <Popover className="popover steps-popover" placement={placement}>
        <Dialog className="steps" aria-label={words.title}>
          <Heading slot="title">{words.title}</Heading>
          <p className="popover-note">{intro}</p>
          <Switch
            label={words.numbers}
            isOn={steps.numbers.enabled}
            onChange={(enabled) => set({ numbers: { ...steps.numbers, enabled } })}
          />
          <Choice
            label={words.numerals}
            value={steps.numbers.numerals}
            choices={words.numeralChoices}
            onChange={(numerals) => set({ numbers: { ...steps.numbers, numerals } })}
          />
          <Switch
            label={words.stutters}
            isOn={steps.stutters.enabled}
            onChange={(enabled) => set({ stutters: { enabled } })}
          />
          <Choice
            label={words.fillers}
            value={steps.fillers.strength}
            choices={words.fillerChoices}
            onChange={(strength) => set({ fillers: { strength } })}
          />
          <Switch
            label={words.punctuation}
            isOn={steps.punctuation.enabled}
            onChange={(enabled) => set({ punctuation: { ...steps.punctuation, enabled } })}
          />
          <Choice
            label={t.steps.punctuation}
            value={steps.punctuation.convention}
            choices={words.conventions}
            onChange={(convention) => set({ punctuation: { ...steps.punctuation, convention } })}
          />
          <Choice
            label={words.spacing}
            value={steps.spacing.between}
            choices={words.spacings}
            onChange={(between) => set({ spacing: { between } })}
          />
          <Switch
            label={words.paragraphs}
            isOn={steps.paragraphs.enabled}
            onChange={(enabled) => set({ paragraphs: { ...steps.paragraphs, enabled } })}
          />
          <NumberField
            className="choice"
            value={steps.paragraphs.length}
            minValue={80}
            maxValue={5000}
            step={20}
            isDisabled={!steps.paragraphs.enabled}
            onChange={(length) =>
              Number.isFinite(length) && set({ paragraphs: { ...steps.paragraphs, length } })
            }
          >
            <Label>{words.length}</Label>
            <Input className="number" />
          </NumberField>
          <Switch
            label={words.case}
            isOn={steps.case.enabled}
            onChange={(enabled) => set({ case: { enabled } })}
          />
          <Choice
            label={words.script}
            value={steps.script.to}
            choices={words.scripts}
            onChange={(to) => set({ script: { to } })}
          />
          <Switch
            label={words.tags}
            isOn={steps.tags.remove}
            onChange={(remove) => set({ tags: { remove } })}
          />
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Switch({
  label,
  isOn,
  onChange,
}: {
  label: string;
  isOn: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <Checkbox className="check" isSelected={isOn} onChange={onChange}>
      <span className="box" aria-hidden />
      {label}
    </Checkbox>
  );
}
