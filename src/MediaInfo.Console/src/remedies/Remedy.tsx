import { useEffect, useState } from 'preact/hooks';
import type { ApiError } from '../api/ApiError.ts';
import { useLanguage, type Language } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import { Prose } from '../ui/Prose.tsx';
import { span } from '../screens/shared/units.ts';
import type { Known } from './catalogue.ts';
import { clockSkew } from './clock.ts';
import { doOf, plainOf, whatOf } from './plain.ts';

/** What the service's own description says of an error; fetched only where the page itself has no words, or not all. */
function useCatalogue(error: ApiError, wanted: boolean, language: Language): Known | undefined {
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    let left = false;
    setKnown(undefined);
    if (wanted) {
      // Without it the error is shown as it came.
      void import('./catalogue.ts').then(({ look }) => look(error, language)).then((found) => !left && setKnown(found), () => undefined);
    }
    return () => {
      left = true;
    };
  }, [error, wanted, language]);
  return known;
}

/** What went wrong and what to do about it, on every screen. */
export function Remedy({ error }: { readonly error: ApiError }) {
  const locale = useLanguage();
  const kind = plainOf(error);
  const [skew] = useState(() => clockSkew(error, Date.now()));
  const known = useCatalogue(error, kind === undefined || kind === 'permission', locale);
  if (kind === undefined) {
    return <>{known?.rows.map((row) => <p key={row.when}><strong><Prose text={row.when} /></strong> <Prose text={row.remedy} /></p>)}</>;
  }
  const by = kind === 'clock' && skew !== undefined;
  const plain = by ? 'clockBy' : kind;
  const values = {
    span: span(Math.abs(skew ?? 0) * 1000, locale),
    direction: t((skew ?? 0) > 0 ? 'remedy.clock.ahead' : 'remedy.clock.behind'),
    permission: known?.permission ?? error.action ?? '',
  };
  return <p><strong>{t(whatOf(plain), values)}</strong> {t(doOf(plain), values)}</p>;
}
