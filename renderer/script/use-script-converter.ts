import { useEffect, useState } from 'react';
import type { Script } from '../../shared/steps/options';
import { loadScriptConverter, type ScriptConverter } from '../../shared/steps/script';

/** The converter into a script, once it is loaded; undefined until then, and where the text is to stay. */
export function useScriptConverter(script: Script): ScriptConverter | undefined {
  const [loaded, setLoaded] = useState<{ script: Script; convert: ScriptConverter } | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadScriptConverter(script).then((convert) => {
      if (wanted && convert) setLoaded({ script, convert });
    });
    return () => {
      wanted = false;
    };
  }, [script]);
  return loaded?.script === script ? loaded.convert : undefined;
}
