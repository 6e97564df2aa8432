import { useCatalogue } from '../app/store';
import { Dictionaries } from './Dictionaries';
import { FileList } from './FileList';
import { Outline } from './Outline';

/** Left of the text: the open files, the headings of the active one, the dictionaries in force. */
export function Sidebar() {
  const t = useCatalogue();
  return (
    <nav className="sidebar" aria-label={t.window.files}>
      <FileList />
      <Outline />
      <Dictionaries />
    </nav>
  );
}
