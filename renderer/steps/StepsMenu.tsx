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
import type { StepOptions } from '../../shared/steps/options';
import { notify, type OpenDocument, updateDocument, useCatalogue } from '../app/store';
import { bridge } from '../bridge';
import { Choice } from './Choice';

/** Which cleanup steps work on a file, and how; changes take effect at once. */
export function StepsMenu({ document }: { document: OpenDocument }) {
  const t = useCatalogue();
  const words = t.window.stepOptions;
  const { id, steps } = document.file;
  const set = (change: Partial<StepOptions>) => {
    const options = { ...steps, ...change };
    updateDocument(id, (current) => ({ ...current, file: { ...current.file, steps: options } }));
    void bridge.call('setSteps', id, options);
  };
  const makeDefault = async () => {
    await bridge.call('setSteps', null, steps);
    notify('done', words.madeDefault);
  };
  return (
    <DialogTrigger>
      <Button className="button">
        <SlidersHorizontal size={15} aria-hidden />
        {words.title}
      </Button>
      <Popover className="popover steps-popover" placement="bottom end">
        <Dialog className="steps" aria-label={words.title}>
          <Heading slot="title">{words.title}</Heading>
          <p className="popover-note">{words.intro}</p>
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
          <Button className="button" onPress={() => void makeDefault()}>
            {words.makeDefault}
          </Button>
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
