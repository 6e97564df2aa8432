import { Button } from 'react-aria-components';
import { runCommand } from '../app/actions';
import { useCatalogue, useStore } from '../app/store';

const none = [] as const;

/** The dictionaries in force and how many rules each brings. */
export function Dictionaries() {
  const t = useCatalogue();
  const dictionaries = useStore((store) => store.welcome?.dictionaries ?? none);
  return (
    <section>
      <h2>{t.window.dictionaries}</h2>
      <Button className="row" onPress={() => runCommand('dictionary')}>
        <span className="name plain">{t.commands.dictionary}</span>
      </Button>
      <ul className="list">
        {dictionaries.map(({ name, rules }) => (
          <li key={name} className="row still">
            <span className="name plain" title={name}>
              {t.packs[name] ?? name}
            </span>
            <span className="badge" title={t.window.ruleCount({ rules })}>
              {rules}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
