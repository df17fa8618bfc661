import { useState } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { Button } from './Button.tsx';

/** A text of which a browser draws only the beginning until the rest is wanted. */
export function LongText({ text, first = 100_000 }: { readonly text: string; readonly first?: number }) {
  const [whole, setWhole] = useState(false);
  if (whole || text.length <= first) {
    return <>{text}</>;
  }
  return <>{text.slice(0, first)}… <Button onClick={() => setWhole(true)}>{t('json.rest', { count: text.length - first })}</Button></>;
}
