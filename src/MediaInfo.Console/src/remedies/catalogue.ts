import type { ApiError } from '../api/ApiError.ts';
import type { Language } from '../i18n/language.ts';
import { loadDialects } from '../screens/explorer/model/describe.ts';
import type { Action } from '../screens/explorer/model/Action.ts';
import type { ErrorRow } from '../screens/explorer/model/openapi.ts';
import { rowsOf } from '../screens/explorer/model/remedy.ts';

/** What the service's description says of an error. */
export interface Known {
  readonly rows: readonly ErrorRow[];
  /** What the key needs for the action; undefined if the action is not known. */
  readonly permission: string | undefined;
}

/** Looks among the errors of the action that was called, or of every action. */
export async function look(error: ApiError, language: Language): Promise<Known> {
  const actions = (await loadDialects(language)).flatMap((dialect) => dialect.actions);
  const called = actions.filter((action) => action.protocol === 'rpc' && action.name === error.action);
  return {
    rows: distinct((called.length > 0 ? called : actions).flatMap((action: Action) => rowsOf(action, error))),
    permission: called[0]?.permission,
  };
}

/** One row for each thing to do. */
const distinct = (rows: readonly ErrorRow[]): ErrorRow[] =>
  [...new Map(rows.map((row) => [row.remedy, row])).values()].slice(0, 3);
