import type { ErrorRow, Schema } from './openapi.ts';

export type Protocol = 'rpc' | 'mpc' | 'mns';

/** One field of an action's form. */
export interface Parameter {
  readonly name: string;
  readonly where: 'query' | 'path' | 'header';
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
  /** As it is typed into the form; empty if there is none. */
  readonly example: string;
  /** Whether the value is JSON text. A list is none: it has commas, or a line for each value. */
  readonly isJson: boolean;
  /** A list of values, each sent as a parameter of its own: Tag.1, Tag.2. */
  readonly isFlat: boolean;
}

export interface Body {
  readonly type: 'json' | 'xml';
  readonly required: boolean;
  readonly schema: Schema;
  readonly example: string;
}

/** An action of the service, as its description tells it. */
export interface Action {
  readonly id: string;
  readonly dialect: string;
  readonly name: string;
  readonly group: string;
  readonly protocol: Protocol;
  readonly method: string;
  /** Of what is really sent; {name} stands for a parameter. */
  readonly path: string;
  /** What the query always has. */
  readonly query: Readonly<Record<string, string>>;
  readonly product: string;
  readonly version: string;
  readonly summary: string;
  readonly description: string;
  readonly permission: string;
  readonly changesState: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  readonly errors: readonly ErrorRow[];
}

export interface Dialect {
  readonly name: string;
  readonly description: string;
  readonly actions: readonly Action[];
}
