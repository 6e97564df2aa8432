import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  Dialog,
  Heading,
  Menu,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
  TextArea,
  TextField,
} from 'react-aria-components';
import { describeProblem } from '../../shared/i18n/catalogue';
import type { ImportPreview, ListedRule } from '../../shared/rules/editing';
import { foreignFormatIds } from '../../shared/rules/foreign/foreign';
import { notify, useCatalogue } from '../app/store';
import { bridge } from '../bridge';

/** Rules from and to other programs. */
export function ExchangeMenus({ found }: { found: readonly ListedRule[] }) {
  const t = useCatalogue();
  const words = t.window.dictionary;
  const [pasting, setPasting] = useState(false);
  const [preview, setPreview] = useState<ImportPreview | null>(null);

  const look = async (text: string | null) => {
    const result = await bridge.call('previewImport', text);
    if ('problem' in result) notify('error', describeProblem(result.problem, t));
    else if ('token' in result) setPreview(result);
  };
  const accept = async ({ token, name }: ImportPreview) => {
    const result = await bridge.call('acceptImport', token);
    if ('problem' in result) notify('error', describeProblem(result.problem, t));
    else notify('done', words.imported({ name }));
    setPreview(null);
    setPasting(false);
  };
  const write = async (format: string) => {
    const result = await bridge.call(
      'exportRules',
      found.map(({ draft }) => draft.id),
      format,
    );
    if ('problem' in result) notify('error', describeProblem(result.problem, t));
    else if ('path' in result)
      notify('done', words.exportedRules({ path: result.path, omitted: result.omitted.length }));
  };

  return (
    <>
      <MenuTrigger>
        <Button className="button">
          {words.importRules}
          <ChevronDown size={15} aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu
            className="menu"
            onAction={(key) => (key === 'file' ? void look(null) : setPasting(true))}
            aria-label={words.importRules}
          >
            <MenuItem id="file" className="menu-item">
              {words.importFile}
            </MenuItem>
            <MenuItem id="paste" className="menu-item">
              {words.importPaste}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <MenuTrigger>
        <Button className="button">
          {words.exportRules}
          <ChevronDown size={15} aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" onAction={(key) => void write(String(key))} aria-label={words.exportRules}>
            {foreignFormatIds.map((id) => (
              <MenuItem key={id} id={id} className="menu-item">
                {t.foreign.names[id]}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <PasteDialog
        isOpen={pasting && !preview}
        onClose={() => setPasting(false)}
        onLook={(text) => void look(text)}
      />
      <PreviewDialog
        preview={preview}
        onClose={() => setPreview(null)}
        onAccept={(shown) => void accept(shown)}
      />
    </>
  );
}

function PasteDialog({
  isOpen,
  onClose,
  onLook,
}: {
  isOpen: boolean;
  onClose: () => void;
  onLook: (text: string) => void;
}) {
  const t = useCatalogue();
  const words = t.window.dictionary;
  const [text, setText] = useState('');
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="sheet narrow">
        <Dialog className="import-dialog">
          <Heading slot="title">{words.importTitle}</Heading>
          <TextField value={text} onChange={setText} autoFocus aria-label={words.importPaste}>
            <TextArea rows={12} spellCheck={false} placeholder={'Chess GPT => ChatGPT'} />
          </TextField>
          <p className="field-hint">{words.pasteHint}</p>
          <footer className="sheet-actions">
            <Button className="button" onPress={onClose}>
              {t.dialogs.cancel}
            </Button>
            <Button className="button primary" isDisabled={!text.trim()} onPress={() => onLook(text)}>
              {words.preview}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Every rule that would come, and every line that would not, with the reason. */
function PreviewDialog(props: {
  preview: ImportPreview | null;
  onClose: () => void;
  onAccept: (preview: ImportPreview) => void;
}) {
  const { preview, onClose, onAccept } = props;
  const t = useCatalogue();
  const words = t.window.dictionary;
  return (
    <ModalOverlay className="overlay" isOpen={preview !== null} onOpenChange={(open) => !open && onClose()}>
      <Modal className="sheet narrow">
        {preview && (
          <Dialog className="import-dialog">
            <Heading slot="title">
              {words.importTitle}: {preview.name}
            </Heading>
            <p className="field-hint">{preview.format}</p>
            {preview.skipped.length > 0 && (
              <section className="skipped">
                <h3>{words.importSkipped({ count: preview.skipped.length })}</h3>
                <ul>
                  {preview.skipped.map(({ line, text, reason }, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name, and none is moved
                    <li key={index}>
                      <b>{t.window.line({ line })}</b> <code>{text}</code> {reason}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {preview.notes.length > 0 && (
              <section className="skipped">
                <h3>{words.importNotes}</h3>
                <ul>
                  {preview.notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              </section>
            )}
            <ul className="import-rules">
              {preview.rules.slice(0, 200).map(({ patterns, expected }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rules to come have no name yet, and none is moved
                <li key={index}>
                  <span className="was">{patterns.join(' · ') || '—'}</span> →{' '}
                  <b>{expected || t.window.deleted}</b>
                </li>
              ))}
            </ul>
            {preview.rules.length > 200 && (
              <p className="field-hint">{words.more({ count: preview.rules.length - 200 })}</p>
            )}
            <footer className="sheet-actions">
              <Button className="button" onPress={onClose}>
                {t.dialogs.cancel}
              </Button>
              <Button
                className="button primary"
                isDisabled={preview.rules.length === 0}
                onPress={() => onAccept(preview)}
              >
                {words.importTake({ count: preview.rules.length })}
              </Button>
            </footer>
          </Dialog>
        )}
      </Modal>
    </ModalOverlay>
  );
}
