import { useState } from 'react';
import {
  Button,
  Dialog,
  FileTrigger,
  Form,
  Heading,
  Input,
  Label,
  Modal,
  ModalOverlay,
  Radio,
  RadioGroup,
  TextField,
} from 'react-aria-components';
import type { SubtitleTimes } from '../../shared/contract';
import { exactClock, parseClock } from '../../shared/cues/clock';
import { active, makeSubtitles } from '../app/documents';
import { notify, useCatalogue, useStore } from '../app/store';
import { ProfileMenu } from './ProfileMenu';
import { recordingLength } from './recording';

const kinds = ['retimed', 'scaled', 'estimated'] as const satisfies readonly SubtitleTimes['kind'][];
const close = () => useStore.setState({ makingSubtitles: false });

/** The dialog that makes subtitles of a text: by which numbers, and with times from where. */
export function MakeSubtitles() {
  const isOpen = useStore((store) => store.makingSubtitles);
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={(open) => !open && close()} isDismissable>
      <Modal className="sheet narrow">
        <MakeDialog />
      </Modal>
    </ModalOverlay>
  );
}

function MakeDialog() {
  const t = useCatalogue();
  const words = t.window.cues;
  const [kind, setKind] = useState<SubtitleTimes['kind']>('retimed');
  const [length, setLength] = useState('');
  const duration = parseClock(length);
  const times: SubtitleTimes | null =
    kind !== 'scaled' ? { kind } : duration !== undefined && duration > 0 ? { kind, duration } : null;
  const make = async () => {
    const document = active();
    if (!document || !times) return;
    if (await makeSubtitles(document, times)) close();
  };
  return (
    <Dialog className="make-dialog" aria-label={words.makeTitle}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Heading slot="title">{words.makeTitle}</Heading>
        <p className="popover-note">{words.makeIntro}</p>
        <div className="make-profile">
          <span>{words.profile}</span>
          <ProfileMenu />
        </div>
        <RadioGroup
          className="radios"
          value={kind}
          onChange={(value) => setKind(kinds.find((name) => name === value) ?? 'retimed')}
        >
          <Label>{words.times}</Label>
          {kinds.map((name) => (
            <Radio key={name} className="radio" value={name}>
              <span>
                {words.timeChoices[name]}
                <small>{words.timeHints[name]}</small>
              </span>
            </Radio>
          ))}
        </RadioGroup>
        {kind === 'scaled' && <Length value={length} onChange={setLength} />}
        <footer className="sheet-actions">
          <Button className="button" onPress={close}>
            {t.dialogs.cancel}
          </Button>
          <Button className="button primary" type="submit" isDisabled={!times}>
            {kind === 'retimed' ? words.choose : words.makeAction}
          </Button>
        </footer>
      </Form>
    </Dialog>
  );
}

/** How long the recording is, by hand or from the recording itself. */
function Length({ value, onChange }: { value: string; onChange: (length: string) => void }) {
  const t = useCatalogue().window.cues;
  const measure = async (file: File | undefined) => {
    if (!file) return;
    const length = await recordingLength(file);
    if (length === undefined) notify('error', t.noLength);
    else onChange(exactClock(length));
  };
  return (
    <div className="make-length">
      <TextField value={value} onChange={onChange} autoFocus>
        <Label>{t.length}</Label>
        <Input className="number" />
      </TextField>
      <FileTrigger acceptedFileTypes={['audio/*', 'video/*']} onSelect={(files) => void measure(files?.[0])}>
        <Button className="button">{t.fromRecording}</Button>
      </FileTrigger>
    </div>
  );
}
