import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Names what will be done, on its button. */
  readonly action: string;
  readonly busy: boolean;
  readonly onDo: () => void;
  readonly onCancel: () => void;
}

/**
 * Asks before something is done. The browser keeps the focus in it, and Escape cancels. Whatever was chosen, the focus goes back
 * to where it was: the dialog has left the page when it is closed, and the browser would forget the place.
 */
export function Confirm({ title, children, action, busy, onDo, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) {
        before.focus();
      }
    };
  }, []);
  return (
    <dialog class="confirm" ref={dialog} aria-labelledby={id} onCancel={(event) => { event.preventDefault(); onCancel(); }}>
      <h2 id={id}>{title}</h2>
      {children}
      <div class="row end">
        <Button onClick={onCancel}>{t('queues.cancel')}</Button>
        <Button kind="primary" busy={busy} onClick={onDo}>{action}</Button>
      </div>
    </dialog>
  );
}
