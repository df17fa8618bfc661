/** Nothing answered: the service is down, or the network is. */
export class NoAnswerError extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswerError';
  }
}

/** A value that no header can hold. */
export class HeaderError extends Error {
  readonly header: string;
  readonly sign: string;

  constructor(header: string, sign: string) {
    super(`${header}: ${sign}`);
    this.name = 'HeaderError';
    this.header = header;
    this.sign = sign;
  }
}

/**
 * The first character that a header cannot hold; undefined if there is none. A browser sends more than ASCII as Latin-1, or not at
 * all, and the signature is of UTF-8.
 */
export const foreignSign = (value: string): string | undefined => /[^\t\x20-\x7e]/u.exec(value)?.[0];

/** A character by its number, for those that cannot be seen: "U+200B". */
export const codeOf = (sign: string): string => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
