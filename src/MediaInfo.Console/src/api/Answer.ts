/** An answer of the service, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  /** The body as JSON, if it is that. */
  readonly json: unknown;
  /** From sending to the last byte, in milliseconds. */
  readonly milliseconds: number;
}

export const headerOf = (answer: Answer, wanted: string): string | undefined =>
  answer.headers.find(([name]) => name === wanted.toLowerCase())?.[1];
