import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

interface Props extends ButtonHTMLAttributes {
  readonly kind?: 'primary' | 'quiet' | 'danger';
  readonly busy?: boolean;
  readonly children: ComponentChildren;
}

/** A button. While it is busy it stays in the tab order and does nothing. */
export function Button({ kind = 'quiet', busy = false, type = 'button', onClick, children, ...rest }: Props) {
  return (
    <button {...rest} type={type} class={`button ${kind}`} aria-disabled={busy || undefined} onClick={busy ? undefined : onClick}>
      {children}
    </button>
  );
}
