import { Button, Checkbox, CheckboxGroup, Input, Label, Text, TextField } from 'react-aria-components';
import type { BatchRequest } from '../../shared/batch';
import { extensionsOf, formatIds } from '../../shared/formats/names';
import { receiptKinds } from '../../shared/receipt/kinds';
import { dayOf, fillTemplate, isTemplate } from '../../shared/templates';
import { useCatalogue } from '../app/store';
import { StepsMenu } from '../steps/StepsMenu';
import { addFiles, addFolder, ask, chooseOut, isBusy, useBatch } from './batch';
import { DictionaryMenu } from './DictionaryMenu';

/** What a batch is to do: with which files, by which dictionaries, and where to. */
export function Setup() {
  const t = useCatalogue();
  const words = t.batch;
  const request = useBatch((store) => store.request);
  const busy = useBatch(isBusy);
  const valid = isTemplate(request.template);
  return (
    <fieldset className="batch-setup" disabled={busy}>
      <div className="batch-buttons">
        <Button className="button" isDisabled={busy} onPress={() => void addFiles()}>
          {words.addFiles}
        </Button>
        <Button className="button" isDisabled={busy} onPress={() => void addFolder()}>
          {words.addFolder}
        </Button>
      </div>
      <Field label={words.pattern} hint={words.patternHint} value={request.pattern} name="pattern" />
      <div className="batch-field">
        <span className="label">{words.out}</span>
        <div className="batch-out">
          <span className="path" title={request.out}>
            <bdi>{request.out || words.noOut}</bdi>
          </span>
          <Button className="button" isDisabled={busy} onPress={() => void chooseOut()}>
            {words.choose}
          </Button>
        </div>
      </div>
      <CheckboxGroup
        className="batch-field"
        value={[...request.formats]}
        onChange={(chosen) => ask({ formats: formatIds.filter((id) => chosen.includes(id)) })}
      >
        <Label>{words.formats}</Label>
        <div className="batch-checks">
          {formatIds.map((id) => (
            <Check key={id} value={id} label={`.${extensionsOf(id)[0]}`} />
          ))}
        </div>
        {request.formats.length === 0 && <Text slot="description">{words.asFile}</Text>}
      </CheckboxGroup>
      <Field
        label={words.template}
        hint={valid ? words.example({ name: exampleName(request) }) : words.badTemplate}
        value={request.template}
        name="template"
      />
      <div className="batch-field" role="group" aria-label={words.cleaning}>
        <span className="label">{words.cleaning}</span>
        <div className="batch-buttons">
          <DictionaryMenu />
          <StepsMenu
            steps={request.steps}
            intro={words.steps}
            placement="right top"
            onChange={(steps) => ask({ steps })}
          />
        </div>
      </div>
      <CheckboxGroup
        className="batch-field"
        value={[...request.receipts]}
        onChange={(chosen) => ask({ receipts: receiptKinds.filter((kind) => chosen.includes(kind)) })}
      >
        <Label>{words.receipts}</Label>
        <div className="batch-checks">
          {receiptKinds.map((kind) => (
            <Check key={kind} value={kind} label={words.receiptKinds[kind]} />
          ))}
        </div>
      </CheckboxGroup>
      <Checkbox className="check" isSelected={request.resume} onChange={(resume) => ask({ resume })}>
        <span className="box" aria-hidden />
        {words.skipDone}
      </Checkbox>
    </fieldset>
  );
}

/** What becomes of the name `talk.txt`. */
const exampleName = ({ template, formats: [format = 'text'] }: BatchRequest): string =>
  fillTemplate(template, { name: 'talk', ext: extensionsOf(format)[0], date: dayOf(new Date()) });

const Check = ({ value, label }: { value: string; label: string }) => (
  <Checkbox className="check" value={value}>
    <span className="box" aria-hidden />
    {label}
  </Checkbox>
);

function Field(props: { label: string; hint: string; value: string; name: 'pattern' | 'template' }) {
  const { label, hint, value, name } = props;
  return (
    <TextField className="batch-field" value={value} onChange={(text) => ask({ [name]: text })}>
      <Label>{label}</Label>
      <Input className="field" />
      <Text slot="description">{hint}</Text>
    </TextField>
  );
}
