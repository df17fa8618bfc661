import type { ComponentChildren } from 'preact';

/** Stands where nothing is yet, and says how something gets there. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
