import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { Button } from './Button.tsx';

/** How many items a branch shows at first. */
export const firstItems = 100;

interface Props<T> {
  readonly name: ComponentChildren;
  readonly items: readonly T[];
  readonly isOpen: boolean;
  readonly draw: (item: T, index: number) => ComponentChildren;
}

/** A part of a tree that opens and closes. Only what is open is drawn, and of a long list the first items until more are wanted. */
export function Branch<T>({ name, items, isOpen, draw }: Props<T>) {
  const [open, setOpen] = useState(isOpen);
  const [shown, setShown] = useState(firstItems);
  const summary = useRef<HTMLElement>(null);
  const rest = items.length - shown;
  const next = Math.min(shown, rest);
  const more = () => {
    setShown(shown + next);
    // The button goes with the last items, and the focus must not be lost with it.
    if (next === rest) {
      summary.current?.focus();
    }
  };
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={summary}>{name}</summary>
      {open && items.slice(0, shown).map(draw)}
      {open && rest > 0 && <p><Button onClick={more}>{t('json.more', { count: next, rest })}</Button></p>}
    </details>
  );
}
