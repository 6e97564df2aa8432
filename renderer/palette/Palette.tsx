import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { type Command, commandNames, keysOf } from '../../shared/commands';
import { runCommand } from '../app/actions';
import { keysLabel } from '../app/keys';
import { useCatalogue, useStore } from '../app/store';

const close = () => useStore.setState({ paletteOpen: false });
const offered = commandNames.filter((name) => name !== 'palette');

/** All commands by name, to find and run from the keyboard. */
export function Palette() {
  const t = useCatalogue();
  const isOpen = useStore((store) => store.paletteOpen);
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={(open) => !open && close()} isDismissable>
      <Modal className="palette">
        <Dialog aria-label={t.commands.palette}>
          <Autocomplete filter={contains}>
            <SearchField autoFocus aria-label={t.window.paletteHint}>
              <Input placeholder={t.window.paletteHint} />
            </SearchField>
            <Menu
              className="menu"
              aria-label={t.commands.palette}
              items={offered.map((id) => ({ id }))}
              dependencies={[t]}
              renderEmptyState={() => <p className="empty">{t.window.paletteNone}</p>}
              onAction={(key) => {
                close();
                const command = offered.find((name) => name === key);
                if (command) setTimeout(() => runCommand(command)); // once the dialog has given the focus back
              }}
            >
              {({ id }) => <CommandItem id={id} label={t.commands[id]} />}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function CommandItem({ id, label }: { id: Command; label: string }) {
  const keys = keysOf(id);
  return (
    <MenuItem id={id} className="menu-item" textValue={label}>
      <span>{label}</span>
      {keys && <kbd className="em-kbd">{keysLabel(keys)}</kbd>}
    </MenuItem>
  );
}
