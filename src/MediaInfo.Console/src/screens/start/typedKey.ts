import { codeOf } from '../../api/failures.ts';
import type { Key } from '../../api/Key.ts';
import { t } from '../../i18n/t.ts';

// What a text brings along when it is copied: spaces of every kind, line breaks, marks that nobody sees.
const edges = /^[\p{Z}\p{C}]+|[\p{Z}\p{C}]+$/gu;

/** The key that was typed or pasted. */
export const keyOf = (id: string, secret: string): Key => ({ id: id.replace(edges, ''), secret: secret.replace(edges, '') });

/** What cannot be a key's, in words. */
export function faultsOf({ id, secret }: Key): { readonly id: string | undefined; readonly secret: string | undefined } {
  const strange = /[^\x21-\x7e]/u.exec(id)?.[0];
  const unseen = /[^\P{Z} ]|\p{C}/u.exec(secret)?.[0];
  return {
    id: id === '' ? t('signIn.idMissing') : strange === undefined ? undefined : t('signIn.idSign', { sign: strange, code: codeOf(strange) }),
    secret: secret === '' ? t('signIn.secretMissing') : unseen === undefined ? undefined : t('signIn.secretSign', { code: codeOf(unseen) }),
  };
}
