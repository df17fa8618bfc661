import { useMemo, useState } from 'preact/hooks';
import { Digits } from '../api/json.ts';
import { t } from '../i18n/t.ts';
import { Branch } from './Branch.tsx';
import { Button } from './Button.tsx';
import { levelsWithin } from './levels.ts';
import { LongText } from './LongText.tsx';

interface Props {
  readonly value: unknown;
  /** Levels that are open at first. */
  readonly open?: number;
}

const all = 99;

const childrenOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null && !(value instanceof Digits) ? Object.values(value) : [];

/** JSON whose objects and lists open and close. */
export function JsonTree({ value, open = 3 }: Props) {
  const [wanted, setWanted] = useState(open);
  const [round, setRound] = useState(0);
  const levels = useMemo(() => levelsWithin(value, wanted, childrenOf), [value, wanted]);
  const show = (count: number) => {
    setWanted(count);
    setRound(round + 1);
  };
  return (
    <div class="tree">
      <p class="tree-tools">
        <Button onClick={() => show(all)}>{t('json.expand')}</Button>
        <Button onClick={() => show(1)}>{t('json.collapse')}</Button>
        <span class="hint" role="status">{wanted === all && levels < all && t('json.bounded')}</span>
      </p>
      <Node key={round} value={value} depth={levels} />
    </div>
  );
}

function Node({ name, value, depth }: { readonly name?: string; readonly value: unknown; readonly depth: number }) {
  const label = name === undefined ? null : <span class="name">{name}: </span>;
  if (value instanceof Digits) {
    return <div class="leaf">{label}<span class="value number">{value.text}</span></div>;
  }
  if (typeof value !== 'object' || value === null) {
    return <div class="leaf">{label}<span class={`value ${typeof value}`}><LongText text={JSON.stringify(value)} first={2_000} /></span></div>;
  }
  const [opens, closes] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  if (entries.length === 0) {
    return <div class="leaf">{label}<span class="value">{opens}{closes}</span></div>;
  }
  const count = t(Array.isArray(value) ? 'json.array' : 'json.object', { count: entries.length });
  return (
    <Branch
      name={<>{label}<span class="count">{opens} {count} {closes}</span></>}
      items={entries}
      isOpen={depth > 0}
      draw={([key, item]) => <Node key={key} name={key} value={item} depth={depth - 1} />}
    />
  );
}
