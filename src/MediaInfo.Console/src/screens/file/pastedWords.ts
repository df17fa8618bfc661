import type { AccountInfo } from '../../api/account.ts';
import { t } from '../../i18n/t.ts';
import type { Pasted } from './address.ts';
import { isElsewhere } from './submit.ts';

/** What is wrong with a pasted text, in words; what is only begun is no fault before somebody sends it. */
export function problemOf(pasted: Pasted, tried: boolean): string | undefined {
  switch (pasted.kind) {
    case 'foreign':
      return `${t('file.name.foreign', { host: pasted.host })} ${t('file.name.foreign.remedy')}`;
    case 'own':
      return t('file.name.own', { path: pasted.path });
    case 'nothing':
    case 'incomplete':
      return tried ? t('file.name.incomplete') : undefined;
    case 'object':
    case 'page':
    default:
      return undefined;
  }
}

/** How a pasted text was read, in words. */
export function understood(pasted: Pasted, account: AccountInfo | undefined): string {
  if (pasted.kind === 'page') {
    return t('file.name.page');
  }
  if (pasted.kind !== 'object') {
    return t('file.name.hint');
  }
  const { bucket, object, location = '' } = pasted.name;
  const read = t('file.name.understood', { bucket, object });
  return isElsewhere(pasted.name, account) ? `${read}. ${t('file.name.elsewhere', { location, bucket })}` : read;
}
