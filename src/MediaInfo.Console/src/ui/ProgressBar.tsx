interface Props {
  /** Names what progresses. */
  readonly label: string;
  /** From 0 to 1; undefined if it is not known how far it is. */
  readonly done: number | undefined;
}

export function ProgressBar({ label, done }: Props) {
  const percent = done === undefined ? undefined : Math.round(Math.min(1, Math.max(0, done)) * 100);
  return (
    <div class="progress">
      <progress aria-label={label} max={100} {...(percent === undefined ? {} : { value: percent })} />
      <span aria-hidden="true">{percent === undefined ? '' : `${percent} %`}</span>
    </div>
  );
}
