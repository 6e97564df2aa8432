import { ChevronDown, FolderOpen, Search, SquareChevronRight } from 'lucide-react';
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import { type Command as CommandName, keysOf } from '../../shared/commands';
import { extensionsOf, formatIds, isTimedFormat } from '../../shared/formats/names';
import type { StepOptions } from '../../shared/steps/options';
import { bridge } from '../bridge';
import type { ChangeDisplay } from '../editor/inline-changes';
import { StepsMenu } from '../steps/StepsMenu';
import { runCommand } from './actions';
import { active, exportDocument, hasTimes } from './documents';
import { keysLabel } from './keys';
import { activeDocument, notify, progressOf, updateDocument, useCatalogue, useStore } from './store';

const displays: readonly { readonly display: ChangeDisplay; readonly command: CommandName }[] = [
  { display: 'clean', command: 'viewClean' },
  { display: 'inline', command: 'viewInline' },
  { display: 'sideBySide', command: 'viewSideBySide' },
];

export function Toolbar() {
  const t = useCatalogue();
  const display = useStore((store) => store.display);
  const hasDocument = useStore((store) => store.page !== 'batch' && activeDocument(store) !== undefined);
  return (
    <header className="toolbar">
      <h1 className="brand">Emend</h1>
      <CommandButton command="open" icon={<FolderOpen size={15} aria-hidden />} label={t.commands.open} />
      {hasDocument && (
        <>
          <ToggleButtonGroup
            className="segmented"
            aria-label={t.window.view}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[display]}
            onSelectionChange={(keys) => {
              const chosen = displays.find((entry) => keys.has(entry.display));
              if (chosen) runCommand(chosen.command);
            }}
          >
            {displays.map((entry) => (
              <ToggleButton key={entry.display} id={entry.display}>
                {t.window.displays[entry.display]}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <span className="grow" />
          <Progress />
          <Cleanup />
          <CommandButton
            command="palette"
            icon={<SquareChevronRight size={15} aria-hidden />}
            label={t.window.commandsShort}
          />
          <CommandButton command="find" icon={<Search size={15} aria-hidden />} label={t.commands.find} />
          <ExportMenu />
        </>
      )}
    </header>
  );
}

function CommandButton({
  command,
  icon,
  label,
}: {
  command: CommandName;
  icon: React.ReactNode;
  label: string;
}) {
  const keys = keysOf(command);
  return (
    <Button className="button" onPress={() => runCommand(command)}>
      {icon}
      {label}
      {keys && <kbd className="em-kbd">{keysLabel(keys)}</kbd>}
    </Button>
  );
}

/** Which steps work on the file before the person. */
function Cleanup() {
  const words = useCatalogue().window.stepOptions;
  const document = useStore(activeDocument);
  if (!document) return null;
  const { id, steps } = document.file;
  const change = (options: StepOptions) => {
    updateDocument(id, (current) => ({ ...current, file: { ...current.file, steps: options } }));
    void bridge.call('setSteps', id, options);
  };
  const makeDefault = async () => {
    await bridge.call('setSteps', null, steps);
    notify('done', words.madeDefault);
  };
  return (
    <StepsMenu steps={steps} intro={words.intro} placement="bottom end" onChange={change}>
      <Button className="button" onPress={() => void makeDefault()}>
        {words.makeDefault}
      </Button>
    </StepsMenu>
  );
}

function Progress() {
  const t = useCatalogue();
  const document = useStore(activeDocument);
  const { decided, total } = document ? progressOf(document) : { decided: 0, total: 0 };
  if (total === 0) return null;
  const text = decided === total ? t.window.allReviewed : t.window.reviewed({ decided, total });
  return (
    <span className="progress" role="status">
      {text}
      <span className="meter">
        <i style={{ width: `${(100 * decided) / total}%` }} />
      </span>
    </span>
  );
}

function ExportMenu() {
  const t = useCatalogue();
  const timed = useStore((store) => {
    const document = activeDocument(store);
    return document !== undefined && hasTimes(document);
  });
  return (
    <MenuTrigger>
      <Button className="button primary">
        {t.commands.export}
        <ChevronDown size={15} aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={t.window.exportAs}
          onAction={(key) => {
            const document = active();
            const format = formatIds.find((id) => id === key);
            if (document && format) void exportDocument(document, format, false);
          }}
        >
          {formatIds.map((id) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={t.formats[id]}>
              <span>{t.formats[id]}</span>
              <span className="menu-hint">
                .{extensionsOf(id)[0]}
                {isTimedFormat(id) && !timed && ` · ${t.window.estimatedHint}`}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
