import { BookOpen } from 'lucide-react';
import { Button, Checkbox, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useCatalogue, useStore } from '../app/store';
import { ask, useBatch } from './batch';

const none = [] as const;

/** Which dictionaries hold for a batch: each that comes with Emend, each of the person's own, and those of folders. */
export function DictionaryMenu() {
  const t = useCatalogue();
  const words = t.batch;
  const known = useStore((store) => store.welcome?.dictionaries ?? none);
  const { without, folders } = useBatch((store) => store.request);
  const named = known.filter(({ layer }) => layer !== 'folder');
  const used = named.filter(({ name }) => !without.includes(name)).length;
  const use = (name: string, on: boolean) =>
    ask({ without: on ? without.filter((other) => other !== name) : [...without, name] });
  return (
    <DialogTrigger>
      <Button className="button">
        <BookOpen size={15} aria-hidden />
        {words.dictionariesUsed({ used, total: named.length })}
      </Button>
      <Popover className="popover steps-popover" placement="right top">
        <Dialog className="steps" aria-label={words.dictionaries}>
          <Heading slot="title">{words.dictionaries}</Heading>
          <p className="popover-note">{words.dictionariesIntro}</p>
          {(['builtIn', 'user'] as const).map((layer) => {
            const own = named.filter((one) => one.layer === layer);
            return (
              own.length > 0 && (
                <div key={layer} className="batch-dictionaries" role="group" aria-label={words[layer]}>
                  <h3>{words[layer]}</h3>
                  {own.map(({ name, rules }) => (
                    <Check
                      key={name}
                      label={t.packs[name] ?? name}
                      count={rules}
                      isOn={!without.includes(name)}
                      onChange={(on) => use(name, on)}
                    />
                  ))}
                </div>
              )
            );
          })}
          <div className="batch-dictionaries">
            <Check label={words.folders} isOn={folders} onChange={(on) => ask({ folders: on })} />
          </div>
          <span className="batch-buttons">
            <Button className="button" onPress={() => ask({ without: [], folders: true })}>
              {words.useAll}
            </Button>
            <Button
              className="button"
              onPress={() => ask({ without: named.map(({ name }) => name), folders: false })}
            >
              {words.useNone}
            </Button>
          </span>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Check(props: { label: string; count?: number; isOn: boolean; onChange: (on: boolean) => void }) {
  const { label, count, isOn, onChange } = props;
  return (
    <Checkbox className="check" isSelected={isOn} onChange={onChange}>
      <span className="box" aria-hidden />
      {label}
      {count !== undefined && <span className="badge">{count}</span>}
    </Checkbox>
  );
}
