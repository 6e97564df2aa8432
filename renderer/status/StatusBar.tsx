import { Button, Dialog, DialogTrigger, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { encodings } from '../../shared/formats/encodings';
import { scriptSchema } from '../../shared/steps/options';
import { hasTimes, reopenAs } from '../app/documents';
import { activeDocument, type OpenDocument, useCatalogue, useStore } from '../app/store';

const lineEnds = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const;
const none = [] as const;

/** Tells the truth about the file: encoding, length, dictionaries, where times come from, when it was last saved. */
export function StatusBar() {
  const t = useCatalogue();
  const document = useStore(activeDocument);
  const dictionaries = useStore((store) => store.welcome?.dictionaries ?? none);
  const rules = dictionaries.reduce((sum, dictionary) => sum + dictionary.rules, 0);
  return (
    <footer className="statusbar">
      {document && <EncodingMenu document={document} />}
      {document && <span>{lineEnds[document.file.lineEnd]}</span>}
      {document && document.file.repairs.length > 0 && <Repairs document={document} />}
      {document && <span>{t.window.characters({ count: document.state.doc.length })}</span>}
      <span>{t.window.dictionariesInForce({ count: dictionaries.length, rules })}</span>
      <span className="grow" />
      {document && <ScriptMenu />}
      {document && (
        <span>{hasTimes(document) ? t.times[document.file.made?.times ?? 'file'] : t.window.untimed}</span>
      )}
      {document && <Saved document={document} />}
    </footer>
  );
}

/** More than these nobody reads one by one. */
const mostRepairs = 200;

/** What was wrong in the file and was read all the same. */
function Repairs({ document }: { document: OpenDocument }) {
  const t = useCatalogue();
  const { repairs } = document.file;
  return (
    <DialogTrigger>
      <Button className="status-button warns">{t.window.repaired({ count: repairs.length })}</Button>
      <Popover className="popover" placement="top start">
        <Dialog className="repairs" aria-label={t.window.repaired({ count: repairs.length })}>
          <p className="popover-note">{t.window.repairedNote}</p>
          <ol>
            {repairs.slice(0, mostRepairs).map(({ line, what }) => (
              <li key={`${line} ${what}`}>
                <span className="place">{t.window.inLine({ line })}</span>
                {t.repairs[what]}
              </li>
            ))}
          </ol>
          {repairs.length > mostRepairs && <p>{t.window.andMore({ count: repairs.length - mostRepairs })}</p>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** In which script the text is shown and written; the text itself stays as it is. */
function ScriptMenu() {
  const t = useCatalogue().window;
  const script = useStore((store) => store.script);
  const names = t.stepOptions.scripts;
  return (
    <MenuTrigger>
      <Button className="status-button" aria-label={`${t.stepOptions.script}: ${names[script]}`}>
        {t.stepOptions.script} · {names[script]}
      </Button>
      <Popover className="popover" placement="top end">
        <p className="popover-note">{t.scriptNote}</p>
        <Menu
          className="menu"
          aria-label={t.stepOptions.script}
          selectionMode="single"
          selectedKeys={[script]}
          onAction={(key) => {
            const chosen = scriptSchema.safeParse(key);
            if (chosen.success) useStore.setState({ script: chosen.data });
          }}
        >
          {scriptSchema.options.map((name) => (
            <MenuItem key={name} id={name} className="menu-item">
              {names[name]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Saved({ document }: { document: OpenDocument }) {
  const t = useCatalogue();
  const language = useStore((store) => store.language);
  const { lastExport } = document;
  if (!lastExport) return <span>{t.window.notSaved}</span>;
  const time = lastExport.at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
  const name = lastExport.path.split(/[\\/]/).at(-1) ?? lastExport.path;
  return (
    <span className="saved" title={lastExport.path}>
      {t.window.savedTo({ path: name, time })}
    </span>
  );
}

function EncodingMenu({ document }: { document: OpenDocument }) {
  const t = useCatalogue();
  const { encoding, byteOrderMark } = document.file;
  const label = byteOrderMark ? `${encoding} ${t.window.byteOrderMark}` : encoding;
  return (
    <MenuTrigger>
      <Button className="status-button" aria-label={`${t.window.encoding}: ${label}`}>
        {label}
      </Button>
      <Popover className="popover" placement="top start">
        <p className="popover-note">{t.window.encodingLost}</p>
        <Menu
          className="menu"
          aria-label={t.window.reopenAs}
          selectionMode="single"
          selectedKeys={[encoding]}
          onAction={(key) => {
            const chosen = encodings.find((name) => name === key);
            if (chosen) void reopenAs(document, chosen);
          }}
        >
          {encodings.map((name) => (
            <MenuItem key={name} id={name} className="menu-item">
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
