import { Dictionaries } from './Dictionaries';
import { FileList } from './FileList';
import { Outline } from './Outline';

/** Left of the text: the open files, the headings of the active one, the dictionaries in force. */
export function Sidebar() {
  return (
    <div className="sidebar">
      <FileList />
      <Outline />
      <Dictionaries />
    </div>
  );
}
