import { useState } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { Button } from './Button.tsx';

interface Props {
  readonly value: unknown;
  /** Levels that are open at first. */
  readonly open?: number;
}

/** JSON whose objects and lists open and close. */
export function JsonTree({ value, open = 3 }: Props) {
  const [depth, setDepth] = useState(open);
  const [round, setRound] = useState(0);
  const show = (levels: number) => {
    setDepth(levels);
    setRound(round + 1);
  };
  return (
    <div class="tree">
      <p class="tree-tools">
        <Button onClick={() => show(99)}>{t('json.expand')}</Button>
        <Button onClick={() => show(1)}>{t('json.collapse')}</Button>
      </p>
      <Node key={round} value={value} depth={depth} />
    </div>
  );
}

function Node({ name, value, depth }: { readonly name?: string; readonly value: unknown; readonly depth: number }) {
  const label = name === undefined ? null : <span class="name">{name}: </span>;
  if (typeof value !== 'object' || value === null) {
    return <div class="leaf">{label}<span class={`value ${typeof value}`}>{JSON.stringify(value)}</span></div>;
  }
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  const count = t(Array.isArray(value) ? 'json.array' : 'json.object', { count: entries.length });
  if (entries.length === 0) {
    return <div class="leaf">{label}<span class="value">{Array.isArray(value) ? '[]' : '{}'}</span></div>;
  }
  return (
    <details open={depth > 0}>
      <summary>{label}<span class="count">{Array.isArray(value) ? '[' : '{'} {count} {Array.isArray(value) ? ']' : '}'}</span></summary>
      {entries.map(([key, item]) => <Node key={key} name={key} value={item} depth={depth - 1} />)}
    </details>
  );
}
