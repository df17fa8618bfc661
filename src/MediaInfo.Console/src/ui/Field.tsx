import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

interface Props {
  readonly label: ComponentChildren;
  /** Explains the field, below it. */
  readonly hint?: ComponentChildren;
  /** What is wrong with the value, in words. */
  readonly error?: string | undefined;
  /** Draws the control with these attributes, which tie label, hint and error to it. */
  readonly children: (ids: FieldIds) => ComponentChildren;
}

/** A labelled control with its explanation and its error. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((part) => part !== '').join(' ');
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': error ? true : undefined })}
      {error && <p id={`${id}-error`} class="error">{error}</p>}
      {hint && <div id={`${id}-hint`} class="hint">{hint}</div>}
    </div>
  );
}
