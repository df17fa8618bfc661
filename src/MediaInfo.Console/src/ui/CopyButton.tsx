import { useState } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { Button } from './Button.tsx';
import { copyText } from './copyText.ts';

interface Props {
  /** The text, or a function that makes it when it is copied. */
  readonly text: string | (() => string);
  readonly label?: string;
}

/** Copies a text, and says whether it could. */
export function CopyButton({ text, label }: Props) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    const copied = await copyText(typeof text === 'string' ? text : text());
    setSaid(t(copied ? 'shell.copied' : 'shell.copyFailed'));
    window.setTimeout(() => setSaid(''), copied ? 2000 : 6000);
  };
  return (
    <span class="copy">
      <Button onClick={() => void copy()}>{label ?? t('shell.copy')}</Button>
      <span role="status" class="said">{said}</span>
    </span>
  );
}
