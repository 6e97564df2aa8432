import { useDeferredValue, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { showPosition } from '../app/actions';
import { activeDocument, useCatalogue, useStore } from '../app/store';

/** The headings of the text as it stands. */
export function Outline() {
  const t = useCatalogue();
  const doc = useDeferredValue(useStore((store) => activeDocument(store)?.state.doc));
  const headings = useMemo(() => {
    const found: { title: string; level: number; position: number }[] = [];
    let position = 0;
    for (const line of doc?.iterLines() ?? []) {
      const match = /^ {0,3}(#{1,6})\s+(.+?)\s*#*$/.exec(line);
      if (match) found.push({ title: match[2] ?? '', level: match[1]?.length ?? 1, position });
      position += line.length + 1;
    }
    return found;
  }, [doc]);
  if (headings.length === 0) return null;
  return (
    <section>
      <h2>{t.window.outline}</h2>
      {headings.map(({ title, level, position }) => (
        <Button
          key={position}
          className="row"
          style={{ paddingLeft: 8 + (level - 1) * 10 }}
          onPress={() => showPosition(position)}
        >
          <span className="name plain" title={title}>
            {title}
          </span>
        </Button>
      ))}
    </section>
  );
}
