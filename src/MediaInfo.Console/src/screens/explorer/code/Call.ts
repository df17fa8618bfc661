import type { Action } from '../model/Action.ts';
import type { Values } from '../model/values.ts';

/** A call that becomes code. It has no key: the code reads that from the environment, as the vendors' SDKs do. */
export interface Call {
  readonly action: Action;
  readonly values: Values;
  /** Scheme, host and port of the service. */
  readonly origin: string;
}

/** Code for one SDK. */
export interface Snippet {
  /** How to get what it imports. */
  readonly install: string;
  readonly code: string;
  /** Whether the SDK has no class for the action, so that its generic client calls it. */
  readonly isGeneric?: boolean;
}

export const languages = ['node', 'python', 'java', 'go', 'csharp'] as const;
export type CodeLanguage = (typeof languages)[number];

export const languageNames: Readonly<Record<CodeLanguage, string>> = {
  node: 'Node.js', python: 'Python', java: 'Java', go: 'Go', csharp: 'C#',
};

export const hostOf = (call: Call): string => new URL(call.origin).host;

export const protocolOf = (call: Call): string => new URL(call.origin).protocol.replace(':', '').toUpperCase();
