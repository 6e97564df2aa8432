import { Files, FileText, FolderOpen, Sparkles } from 'lucide-react';
import { Button } from 'react-aria-components';
import { keysOf } from '../../shared/commands';
import { runCommand } from '../app/actions';
import { opening } from '../app/documents';
import { keysLabel } from '../app/keys';
import { useCatalogue, useStore } from '../app/store';
import { bridge } from '../bridge';

const none = [] as const;

/** What a person meets while no file is open. */
export function StartPage() {
  const t = useCatalogue();
  const recent = useStore((store) => store.welcome?.recent ?? none);
  const busy = useStore((store) => store.opening);
  return (
    <main className="start">
      <div className="start-card">
        <h2>{t.window.startTitle}</h2>
        <p className="specimen" aria-hidden>
          从<del className="em-del">Chess GPT</del>
          <ins className="em-ins">ChatGPT</ins>到<del className="em-del">skin law</del>
          <ins className="em-ins">scaling law</ins>
        </p>
        <p className="lead">{t.window.startText}</p>
        <div className="start-actions">
          <Button className="button primary large" isDisabled={busy} onPress={() => runCommand('open')}>
            <FolderOpen size={17} aria-hidden />
            {busy ? t.window.opening : t.commands.open}
            <kbd className="em-kbd">{keysLabel(keysOf('open') ?? '')}</kbd>
          </Button>
          <Button className="button large" isDisabled={busy} onPress={() => runCommand('openSample')}>
            <Sparkles size={17} aria-hidden />
            {t.commands.openSample}
          </Button>
          <Button className="button large" onPress={() => runCommand('batch')}>
            <Files size={17} aria-hidden />
            {t.commands.batch}
          </Button>
        </div>
        <p className="hint">{t.window.startDrop}</p>
        {recent.length > 0 && (
          <section className="recent">
            <h3>{t.window.startRecent}</h3>
            {recent.slice(0, 6).map((path) => (
              <Button
                key={path}
                className="row"
                onPress={() => void opening(() => bridge.call('openPaths', [path]))}
              >
                <FileText size={15} aria-hidden />
                <span className="name plain">{path.split(/[\\/]/).at(-1)}</span>
                <span className="folder" title={path}>
                  {path.split(/[\\/]/).slice(0, -1).join('/')}
                </span>
              </Button>
            ))}
          </section>
        )}
      </div>
    </main>
  );
}
