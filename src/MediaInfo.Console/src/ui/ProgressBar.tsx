import { percent } from './percent.ts';

interface Props {
  /** Names what progresses. */
  readonly label: string;
  /** From 0 to 1; undefined if it is not known how far it is. */
  readonly done: number | undefined;
}

export function ProgressBar({ label, done }: Props) {
  const whole = done === undefined ? undefined : percent(done);
  return (
    <div class="progress">
      <progress aria-label={label} max={100} {...(whole === undefined ? {} : { value: whole })} />
      <span aria-hidden="true">{whole === undefined ? '' : `${whole} %`}</span>
    </div>
  );
}
