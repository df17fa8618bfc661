import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { useSession } from '../../app/session.ts';
import { bytes } from '../shared/units.ts';
import { useWords } from '../shared/useWords.ts';
import { readAddress, type ObjectName } from './address.ts';
import { handedIn, type HandedIn } from './handedIn.ts';
import { uploadPlace, writable } from './place.ts';

interface Props {
  readonly text: string;
  readonly deep: boolean;
  readonly busy: boolean;
  readonly onDeep: (deep: boolean) => void;
  readonly onFiles: (files: HandedIn, bucket: string) => void;
  readonly onName: (name: ObjectName) => void;
}

function DropZone({ onFiles }: Pick<Props, 'onFiles'>) {
  const account = useSession()?.account;
  const { locale } = useWords();
  const place = uploadPlace(account);
  const [bucket, setBucket] = useState(place?.bucket ?? '');
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  if (!place) {
    return <p class="soft">{t('file.drop.none')}</p>;
  }
  const take = (files: HandedIn): void => onFiles(files, bucket.trim());
  return (
    <>
      <div
        class={over ? 'drop over' : 'drop'}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => { event.preventDefault(); setOver(false); take(handedIn(event.dataTransfer)); }}
      >
        <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true"><path d="M24 32V10m-9 9 9-9 9 9M8 30v8h32v-8" /></svg>
        <p class="drop-title">{t('file.drop')}</p>
        <p class="soft">{t('file.drop.or')}</p>
        <Button kind="primary" onClick={() => input.current?.click()}>{t('file.drop.choose')}</Button>
        <input
          ref={input} type="file" class="hidden" tabIndex={-1} aria-label={t('file.drop.choose')}
          onChange={(event) => { take(handedIn(event.currentTarget)); event.currentTarget.value = ''; }}
        />
        {account?.MaxUploadBytes !== undefined && (
          <p class="soft">{t('file.drop.limit', { size: bytes(account.MaxUploadBytes, locale), bucket })}</p>
        )}
      </div>
      {(place.free || writable(account).length > 1) && (
        <Field label={t('file.drop.bucket')}>
          {(ids) => (
            <>
              <input {...ids} list={list} value={bucket} spellcheck={false} autocomplete="off" onInput={(event) => setBucket(event.currentTarget.value)} />
              <datalist id={list}>{writable(account).map((name) => <option key={name} value={name} />)}</datalist>
            </>
          )}
        </Field>
      )}
    </>
  );
}

/** Where a file comes from: dropped, chosen, or named. */
export function Chooser({ text: given, deep, busy, onDeep, onFiles, onName }: Props) {
  const [text, setText] = useState(given);
  const [tried, setTried] = useState(false);
  const pasted = readAddress(text, [window.location.host]);
  const problem = pasted.kind === 'foreign'
    ? `${t('file.name.foreign', { host: pasted.host })} ${t('file.name.foreign.remedy')}`
    : tried && pasted.kind !== 'object' ? t('file.name.incomplete') : undefined;
  const go = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (pasted.kind === 'object') {
      onName(pasted.name);
    }
  };
  const understood = pasted.kind === 'object' ? t('file.name.understood', { bucket: pasted.name.bucket, object: pasted.name.object }) : t('file.name.hint');
  return (
    <>
      <div class="columns">
        <Card title={t('file.drop.choose')}><DropZone onFiles={onFiles} /></Card>
        <Card title={t('file.name.legend')}>
          <form onSubmit={go}>
            <Field label={t('file.name.label')} hint={understood} error={problem}>
              {(ids) => (
                <input
                  {...ids} value={text} spellcheck={false} autocomplete="off" autocapitalize="none"
                  onInput={(event) => setText(event.currentTarget.value)}
                />
              )}
            </Field>
            <Button kind="primary" type="submit" busy={busy}>{t('file.name.go')}</Button>
          </form>
        </Card>
      </div>
      <p class="check">
        <label><input type="checkbox" checked={deep} onChange={(event) => onDeep(event.currentTarget.checked)} /> {t('file.deep')}</label>
        <span class="hint">{t('file.deep.hint')}</span>
      </p>
    </>
  );
}
