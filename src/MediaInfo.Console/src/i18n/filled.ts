/** Values of a text: {name} stands for one, and {name:job|jobs} for the word that goes with it, one or many. */
export type Values = Readonly<Record<string, string | number>>;

/** A text with its values. What has no value stays as it is. */
export const filled = (text: string, values: Values): string =>
  text.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    return value === undefined ? whole : String(one === undefined ? value : String(value) === '1' ? one : many);
  });
