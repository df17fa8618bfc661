import type { ApiError } from '../../../api/ApiError.ts';
import type { Action } from './Action.ts';
import type { ErrorRow } from './openapi.ts';

/** The rows of the action's errors that an answer fits: of its code, and of its status if the code has several. */
export function rowsOf(action: Action, error: ApiError): ErrorRow[] {
  const named = action.errors.filter((row) => row.code === error.code || row.code.replace(/\{\w+\}/g, '').replace(/\.$/, '') === error.code);
  const exact = named.filter((row) => row.status === error.status);
  const found = exact.length > 0 ? exact : named;
  const said = found.filter((row) => saysSame(row.message, error.message));
  return said.length > 0 ? said : found;
}

/** Whether a message is the catalogue's, in which {names} stand for any text. */
function saysSame(pattern: string, message: string): boolean {
  const parts = pattern.split(/\{\w+\}/);
  let from = 0;
  for (const part of parts) {
    const at = message.indexOf(part, from);
    if (at < 0) {
      return false;
    }
    from = at + part.length;
  }
  return true;
}
