/** How a line of a plot is drawn. */
export interface LineLook {
  /** A colour's name in the styles. */
  readonly colour: string;
  readonly dash: number[] | undefined;
  readonly width: number;
}

const colours = ['--accent', '--good', '--warning', '--bad'] as const;
const dashes: readonly (number[] | undefined)[] = [undefined, [6, 4], [2, 3], [8, 3, 2, 3]];

/**
 * The look of a line by its place. Neighbours differ by both colour and dash, for those who see no colours; later rounds pair
 * them otherwise and are thinner, so that no two of the 32 lines that a profile has look alike.
 */
export function lineLook(index: number): LineLook {
  const round = Math.floor(index / colours.length);
  return {
    colour: colours[index % colours.length] ?? colours[0],
    dash: dashes[(index + round) % dashes.length],
    width: round < dashes.length ? 2 : 1,
  };
}
