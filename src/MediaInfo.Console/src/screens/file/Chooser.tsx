import { useId, useRef, useState } from 'preact/hooks';
import { navigate } from '../../app/router.ts';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { useSession } from '../../app/session.ts';
import { bytes } from '../shared/units.ts';
import { useWords } from '../shared/useWords.ts';
import { ownHostsOf, readAddress, type ObjectName } from './address.ts';
import { problemOf, understood } from './pastedWords.ts';
import { uploadPlace, writable } from './place.ts';
import type { Taken } from './refusal.ts';

interface Props {
  readonly text: string;
  readonly deep: boolean;
  readonly busy: boolean;
  readonly onDeep: (deep: boolean) => void;
  readonly onFiles: (taken: Taken, bucket: string) => void;
  readonly onName: (name: ObjectName) => void;
}

const nothing: Taken = { files: [], hasFolder: false };

/** What was dropped. A folder is among the files, and looks like one that cannot be read. */
function droppedIn({ files, items }: DataTransfer): Taken {
  const hasFolder = [...items].some((item) => item.kind === 'file' && item.webkitGetAsEntry()?.isDirectory);
  return { files: [...files], hasFolder };
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
  const take = (taken: Taken): void => {
    if (taken.files.length > 0 || taken.hasFolder) {
      onFiles(taken, bucket.trim());
    }
  };
  return (
    <>
      <div
        class={over ? 'drop over' : 'drop'}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer ? droppedIn(event.dataTransfer) : nothing); }}
      >
        <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true"><path d="M24 32V10m-9 9 9-9 9 9M8 30v8h32v-8" /></svg>
        <p class="drop-title">{t('file.drop')}</p>
        <p class="soft">{t('file.drop.or')}</p>
        <Button kind="primary" onClick={() => input.current?.click()}>{t('file.drop.choose')}</Button>
        <input
          ref={input} type="file" class="hidden" tabIndex={-1} aria-label={t('file.drop.choose')}
          onChange={(event) => { take({ files: [...event.currentTarget.files ?? []], hasFolder: false }); event.currentTarget.value = ''; }}
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
  const account = useSession()?.account;
  const pasted = readAddress(text, ownHostsOf(window.location));
  const problem = problemOf(pasted, tried);
  const go = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (pasted.kind === 'object') {
      onName(pasted.name);
    } else if (pasted.kind === 'page') {
      navigate(pasted.href);
    }
  };
  return (
    <>
      <div class="columns">
        <Card title={t('file.drop.choose')}><DropZone onFiles={onFiles} /></Card>
        <Card title={t('file.name.legend')}>
          <form onSubmit={go}>
            <Field label={t('file.name.label')} hint={understood(pasted, account)} error={problem}>
              {(ids) => (
                <input
                  {...ids} value={text} spellcheck={false} autocomplete="off" autocapitalize="none"
                  onInput={(event) => setText(event.currentTarget.value)}
                />
              )}
            </Field>
            <Button kind="primary" type="submit" busy={busy}>{t(pasted.kind === 'page' ? 'file.name.page.go' : 'file.name.go')}</Button>
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
