// Ratios are texts such as "25/1", as ffprobe prints them.

/** Both parts of a ratio; undefined for another text. */
export function parts(text: string | undefined): [number, number] | undefined {
  const match = /^(-?\d+)[/:](-?\d+)$/.exec(text ?? '');
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

/** The ratio as a number; undefined if it is unknown or not positive. */
export function valueOf(text: string | undefined): number | undefined {
  const both = parts(text);
  return both && both[0] > 0 && both[1] > 0 ? both[0] / both[1] : undefined;
}

/** "16:9" of "16/9"; undefined if it is unknown. */
export function colons(text: string | undefined): string | undefined {
  const both = parts(text);
  return both && both[0] > 0 && both[1] > 0 ? `${both[0]}:${both[1]}` : undefined;
}
