import { X } from 'lucide-react';
import { useId, useState } from 'react';
import {
  Button,
  Checkbox,
  Dialog,
  Disclosure,
  DisclosurePanel,
  Form,
  Heading,
  Input,
  Label,
  Modal,
  ModalOverlay,
  Radio,
  RadioGroup,
  TextArea,
  TextField,
} from 'react-aria-components';
import type { RuleDraft } from '../../shared/rules/draft';
import { useCatalogue, useStore } from '../app/store';
import { type RuleFormState, saveRule } from './rule-form';
import { TrialPanel } from './TrialPanel';

const close = () => useStore.setState({ ruleForm: null });

/** The dialog in which a rule is made or edited, with what it would do beside it. */
export function RuleForm() {
  const form = useStore((store) => store.ruleForm);
  return (
    <ModalOverlay className="overlay" isOpen={form !== null} onOpenChange={(open) => !open && close()}>
      <Modal className="sheet">{form && <RuleDialog start={form} />}</Modal>
    </ModalOverlay>
  );
}

function RuleDialog({ start }: { start: RuleFormState }) {
  const t = useCatalogue();
  const words = t.window.dictionary;
  const [form, setForm] = useState(start);
  const { draft } = form;
  const set = (change: Partial<RuleDraft>) =>
    setForm((old) => ({ ...old, draft: { ...old.draft, ...change } }));
  const title = form.isNew ? words.newRule : words.editRule;
  return (
    <Dialog className="rule-dialog" aria-label={title}>
      <Form
        className="rule-form"
        onSubmit={(event) => {
          event.preventDefault();
          void saveRule(form, t);
        }}
      >
        <div className="rule-fields">
          <Heading slot="title">{title}</Heading>
          <Lines
            label={words.wrong}
            hint={words.onePerLine}
            value={draft.patterns}
            onChange={(patterns) => set({ patterns })}
            autoFocus={draft.patterns.length === 0}
          />
          <TextField
            value={draft.expected}
            onChange={(expected) => set({ expected })}
            autoFocus={draft.patterns.length > 0}
            isRequired
          >
            <Label>{words.right}</Label>
            <Input />
          </TextField>
          {form.isNew && <Scope form={form} onChange={(scope) => setForm({ ...form, scope })} />}
          <Offers form={form} set={set} />
          <Conditions draft={draft} set={set} />
          <Options draft={draft} set={set} />
          <Specs draft={draft} set={set} />
        </div>
        <TrialPanel draft={draft} />
        <footer className="sheet-actions">
          <Button className="button" onPress={close}>
            {t.dialogs.cancel}
          </Button>
          <Button
            className="button primary"
            type="submit"
            isDisabled={!draft.patterns.some((line) => line.trim()) && !draft.expected}
          >
            {words.save}
          </Button>
        </footer>
      </Form>
    </Dialog>
  );
}

interface PartProps {
  readonly draft: RuleDraft;
  readonly set: (change: Partial<RuleDraft>) => void;
}

function Scope({
  form,
  onChange,
}: {
  form: RuleFormState;
  onChange: (scope: RuleFormState['scope']) => void;
}) {
  const words = useCatalogue().window.dictionary;
  const hasFile = useStore((store) => store.activeId !== null);
  const scopes = (['file', 'folder', 'everywhere'] as const).filter(
    (scope) => hasFile || scope === 'everywhere',
  );
  return (
    <RadioGroup
      className="field radios"
      value={form.scope}
      onChange={(value) => {
        const scope = scopes.find((candidate) => candidate === value);
        if (scope) onChange(scope);
      }}
    >
      <Label>{words.scope}</Label>
      {scopes.map((scope) => (
        <Radio key={scope} value={scope} className="radio">
          {words.scopes[scope]}
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** Exceptions that what the person reverted suggests, each one click away. */
function Offers({ form, set }: { form: RuleFormState } & Pick<PartProps, 'set'>) {
  const words = useCatalogue().window.dictionary;
  const { phrases, neighbours } = form.offers;
  const except = form.draft.except ?? [];
  const notNear = form.draft.notNear ?? { words: [], within: 40 };
  const newPhrases = phrases.filter((phrase) => !except.includes(phrase)).slice(0, 4);
  const newNeighbours = neighbours.filter((word) => !notNear.words.includes(word)).slice(0, 4);
  if (newPhrases.length + newNeighbours.length === 0) return null;
  return (
    <div className="offers">
      <p>{words.exceptionOffer}</p>
      {newPhrases.map((phrase) => (
        <Button key={phrase} className="button" onPress={() => set({ except: [...except, phrase] })}>
          {words.addPhrase({ phrase })}
        </Button>
      ))}
      {newNeighbours.map((word) => (
        <Button
          key={word}
          className="button"
          onPress={() => set({ notNear: { ...notNear, words: [...notNear.words, word] } })}
        >
          {words.addNeighbour({ word })}
        </Button>
      ))}
    </div>
  );
}

function Conditions({ draft, set }: PartProps) {
  const words = useCatalogue().window.dictionary;
  const isOpen = Boolean(draft.document ?? draft.near ?? draft.notNear ?? draft.except);
  return (
    <Section title={words.context} isOpen={isOpen}>
      <div className="pairs">
        <Lines
          label={words.document}
          value={draft.document ?? []}
          onChange={(document) => set({ document })}
        />
        <Lines label={words.except} value={draft.except ?? []} onChange={(except) => set({ except })} />
        <Lines
          label={words.near}
          value={draft.near?.words ?? []}
          onChange={(list) => set({ near: { words: list, within: draft.near?.within ?? 40 } })}
        />
        <Lines
          label={words.notNear}
          value={draft.notNear?.words ?? []}
          onChange={(list) => set({ notNear: { words: list, within: draft.notNear?.within ?? 40 } })}
        />
      </div>
    </Section>
  );
}

function Options({ draft, set }: PartProps) {
  const words = useCatalogue().window.dictionary;
  const isOpen = Boolean(draft.caseSensitive ?? draft.split ?? draft.confidence ?? draft.note);
  return (
    <Section title={words.options} isOpen={isOpen}>
      <Check
        label={words.onlySuggest}
        isSelected={draft.confidence === 'suggest'}
        onChange={(on) => set({ confidence: on ? 'suggest' : 'auto' })}
      />
      <Check
        label={words.caseSensitive}
        isSelected={draft.caseSensitive ?? false}
        onChange={(caseSensitive) => set({ caseSensitive })}
      />
      <Check label={words.split} isSelected={draft.split ?? false} onChange={(split) => set({ split })} />
      <div className="pairs">
        <TextField value={draft.note ?? ''} onChange={(note) => set({ note })}>
          <Label>{words.note}</Label>
          <Input />
        </TextField>
        <TextField value={draft.group ?? ''} onChange={(group) => set({ group })}>
          <Label>{words.group}</Label>
          <Input />
        </TextField>
      </div>
    </Section>
  );
}

function Specs({ draft, set }: PartProps) {
  const t = useCatalogue();
  const words = t.window.dictionary;
  const specs = draft.specs ?? [];
  const change = (index: number, part: { from?: string; to?: string }) =>
    set({ specs: specs.map((spec, at) => (at === index ? { ...spec, ...part } : spec)) });
  return (
    <Section title={words.specs} isOpen={specs.length > 0}>
      {specs.map(({ from, to }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: examples have no other name, and none is moved
        <div key={index} className="spec">
          <TextField
            aria-label={words.specFrom}
            value={from}
            onChange={(value) => change(index, { from: value })}
          >
            <Input placeholder={words.specFrom} />
          </TextField>
          <TextField aria-label={words.specTo} value={to} onChange={(value) => change(index, { to: value })}>
            <Input placeholder={words.specTo} />
          </TextField>
          <Button
            className="icon-button"
            aria-label={t.window.close}
            onPress={() => set({ specs: specs.filter((_, at) => at !== index) })}
          >
            <X size={14} aria-hidden />
          </Button>
        </div>
      ))}
      <Button className="button" onPress={() => set({ specs: [...specs, { from: '', to: '' }] })}>
        {words.addSpec}
      </Button>
    </Section>
  );
}

function Section({ title, isOpen, children }: { title: string; isOpen: boolean; children: React.ReactNode }) {
  return (
    <Disclosure className="section" defaultExpanded={isOpen}>
      <Heading>
        <Button slot="trigger" className="section-head">
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="section-body">{children}</DisclosurePanel>
    </Disclosure>
  );
}

function Check(props: { label: string; isSelected: boolean; onChange: (on: boolean) => void }) {
  return (
    <Checkbox className="check" isSelected={props.isSelected} onChange={props.onChange}>
      <span className="box" aria-hidden />
      {props.label}
    </Checkbox>
  );
}

/** Texts, one a line. */
function Lines(props: {
  label: string;
  hint?: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  autoFocus?: boolean;
}) {
  const words = useCatalogue().window.dictionary;
  const hint = useId();
  return (
    <TextField
      value={props.value.join('\n')}
      onChange={(text) => props.onChange(text === '' ? [] : text.split('\n'))}
      autoFocus={props.autoFocus ?? false}
      aria-describedby={hint}
    >
      <Label>{props.label}</Label>
      <TextArea rows={Math.min(5, Math.max(2, props.value.length))} spellCheck={false} />
      <span id={hint} className="field-hint">
        {props.hint ?? words.separated}
      </span>
    </TextField>
  );
}
