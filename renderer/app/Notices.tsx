import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { dismissNotice, useCatalogue, useStore } from './store';

/** What went wrong, until dismissed, and what went well, for a while. */
export function Notices() {
  const t = useCatalogue();
  const notices = useStore((store) => store.notices);
  return (
    <div className="notices" role="log" aria-live="polite">
      {notices.map(({ id, kind, text }) => (
        <div key={id} className={`notice ${kind}`}>
          {kind === 'error' ? <CircleAlert size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
          <span>{text}</span>
          <Button className="icon-button" aria-label={t.window.close} onPress={() => dismissNotice(id)}>
            <X size={14} aria-hidden />
          </Button>
        </div>
      ))}
    </div>
  );
}
