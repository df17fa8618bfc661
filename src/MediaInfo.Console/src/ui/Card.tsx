import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly title: ComponentChildren;
  /** What stands at the right of the title, such as a button. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of a page with a title of its own. */
export function Card({ title, aside, children }: Props) {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
