import { Check, X } from 'lucide-react';
import { Button, GridList, GridListItem } from 'react-aria-components';
import { closeDocument } from '../app/documents';
import { isDirty, type OpenDocument, progressOf, useCatalogue, useStore } from '../app/store';

export function FileList() {
  const t = useCatalogue();
  const documents = useStore((store) => store.documents);
  const activeId = useStore((store) => store.activeId);
  return (
    <section>
      <h2>{t.window.files}</h2>
      <GridList
        className="list"
        aria-label={t.window.files}
        items={documents.map((document) => ({ id: document.file.id, document }))}
        dependencies={[t]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={activeId ? [activeId] : []}
        onSelectionChange={(keys) => {
          const id = documents.find(({ file }) => keys !== 'all' && keys.has(file.id))?.file.id;
          if (id) useStore.setState({ activeId: id });
        }}
      >
        {({ document }) => <FileRow document={document} />}
      </GridList>
    </section>
  );
}

function FileRow({ document }: { document: OpenDocument }) {
  const t = useCatalogue();
  const { total, decided } = progressOf(document);
  const left = total - decided;
  const { id, name, path } = document.file;
  return (
    <GridListItem id={id} className="row file" textValue={name}>
      {isDirty(document) && (
        <span className="dirty" role="img" aria-label={t.window.unsaved} title={t.window.unsaved} />
      )}
      <span className="name" title={path}>
        <span className="stem">{name.slice(0, -8)}</span>
        <span className="ending">{name.slice(-8)}</span>
      </span>
      {left > 0 ? (
        <span className="badge" title={t.window.leftToReview({ left })}>
          {left}
        </span>
      ) : (
        <Check className="done" size={14} aria-label={t.window.allReviewed} />
      )}
      <Button
        className="icon-button close"
        aria-label={`${t.commands.closeFile}: ${name}`}
        onPress={() => void closeDocument(document)}
      >
        <X size={13} aria-hidden />
      </Button>
    </GridListItem>
  );
}
