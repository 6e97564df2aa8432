import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useCatalogue } from '../app/store';
import { useScriptConverter } from '../script/use-script-converter';

const scripts = ['leave', 'cn', 'tw'] as const;
type Script = (typeof scripts)[number];

/** A cue as a player shows it: its lines, as they break, at the foot of a 16:9 picture, in the script of choice. */
export function Preview({ lines }: { lines: readonly string[] }) {
  const t = useCatalogue().window.cues;
  const [script, setScript] = useState<Script>('leave');
  const convert = useScriptConverter(script);
  return (
    <figure className="preview">
      <div className="screen">
        <p lang="zh">
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing but its place
            <span key={index}>{convert ? convert(line) : line}</span>
          ))}
        </p>
      </div>
      <ToggleButtonGroup
        className="segmented small"
        aria-label={t.script}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[script]}
        onSelectionChange={(keys) => setScript(scripts.find((name) => keys.has(name)) ?? 'leave')}
      >
        {scripts.map((name) => (
          <ToggleButton key={name} id={name}>
            {t.scripts[name]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </figure>
  );
}
