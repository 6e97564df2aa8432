import { Button, Checkbox, CheckboxGroup, Input, Label, Text, TextField } from 'react-aria-components';
import { type BatchRequest, dayOf, fillTemplate, isTemplate, receiptKinds } from '../../shared/batch';
import { extensionsOf, formatIds } from '../../shared/formats/names';
import { useCatalogue } from '../app/store';
import { addFiles, addFolder, ask, chooseOut, useBatch } from './batch';

/** What a batch is to do: with which files, by which dictionaries, and where to. */
export function Setup() {
  const t = useCatalogue();
  const words = t.batch;
  const request = useBatch((store) => store.request);
  const isBusy = useBatch((store) => store.stage === 'running' || store.stage === 'paused');
  const { dictionaries } = request;
  const valid = isTemplate(request.template);
  return (
    <fieldset className="batch-setup" disabled={isBusy}>
      <div className="batch-buttons">
        <Button className="button" isDisabled={isBusy} onPress={() => void addFiles()}>
          {words.addFiles}
        </Button>
        <Button className="button" isDisabled={isBusy} onPress={() => void addFolder()}>
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
          <Button className="button" isDisabled={isBusy} onPress={() => void chooseOut()}>
            {words.choose}
          </Button>
        </div>
      </div>
      <CheckboxGroup
        className="batch-field"
        value={[...request.formats]}
        onChange={(chosen) => void ask({ formats: formatIds.filter((id) => chosen.includes(id)) })}
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
      <div className="batch-field">
        <span className="label">{words.dictionaries}</span>
        {(['builtIn', 'user', 'folders'] as const).map((name) => (
          <Checkbox
            key={name}
            className="check"
            isSelected={dictionaries[name]}
            onChange={(on) => void ask({ dictionaries: { ...dictionaries, [name]: on } })}
          >
            <span className="box" aria-hidden />
            {words[name]}
          </Checkbox>
        ))}
        <small>{words.steps}</small>
      </div>
      <CheckboxGroup
        className="batch-field"
        value={[...request.receipts]}
        onChange={(chosen) => void ask({ receipts: receiptKinds.filter((kind) => chosen.includes(kind)) })}
      >
        <Label>{words.receipts}</Label>
        <div className="batch-checks">
          {receiptKinds.map((kind) => (
            <Check key={kind} value={kind} label={words.receiptKinds[kind]} />
          ))}
        </div>
      </CheckboxGroup>
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
    <TextField className="batch-field" value={value} onChange={(text) => void ask({ [name]: text })}>
      <Label>{label}</Label>
      <Input className="field" />
      <Text slot="description">{hint}</Text>
    </TextField>
  );
}
