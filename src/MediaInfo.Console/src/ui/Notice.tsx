import type { ComponentChildren } from 'preact';

interface Props {
  readonly kind?: 'info' | 'good' | 'warning' | 'bad';
  readonly title?: string;
  readonly children?: ComponentChildren;
}

/** A message that a reader of the screen hears when it appears; a bad one at once. */
export function Notice({ kind = 'info', title, children }: Props) {
  return (
    <div class={`notice ${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}
