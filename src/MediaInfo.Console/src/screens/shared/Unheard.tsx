import { t } from '../../i18n/t.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';

/** Says that what is shown may be old, because the page asks and hears nothing. */
export function Unheard({ error }: { readonly error: unknown }) {
  return error === undefined ? null : <ErrorNotice error={error}><p>{t('error.old')}</p></ErrorNotice>;
}
