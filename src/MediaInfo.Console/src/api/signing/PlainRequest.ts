/** A name and its value, neither encoded. */
export type Pair = readonly [name: string, value: string];

/** A request before it is signed. */
export interface PlainRequest {
  readonly method: string;
  /** Scheme, host and port. */
  readonly origin: string;
  /** The path, not encoded. */
  readonly path: string;
  /** The query's parameters, not encoded. A null value stands for a name without "=". */
  readonly query: readonly (readonly [name: string, value: string | null])[];
  /** Names as the server documents them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request as it is sent. */
export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The text that was signed, to compare with the server's when a signature is refused. */
  readonly signedText: string;
}

/** When a request is signed, and what makes it unlike any other. */
export interface Stamp {
  readonly time: Date;
  readonly nonce: string;
}

export function newStamp(time: Date = new Date()): Stamp {
  // crypto.randomUUID exists only over https and on the machine itself.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { time, nonce: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}
