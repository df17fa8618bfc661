import { useEffect, useRef, useState } from 'preact/hooks';
import { hrefOf, navigate } from '../../app/router.ts';
import type { ScreenProps } from '../../app/routes.ts';
import { useSession } from '../../app/session.ts';
import { t } from '../../i18n/t.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { bytes } from '../shared/units.ts';
import { useWords } from '../shared/useWords.ts';
import type { ObjectName } from './address.ts';
import { Chooser } from './Chooser.tsx';
import type { HandedIn } from './handedIn.ts';
import { JobView } from './JobView.tsx';
import { submitAnalysis } from './submit.ts';
import { UploadView } from './UploadView.tsx';
import { useUpload } from './useUpload.ts';
import '../shared/shared.css';
import './file.css';

interface Refusal {
  readonly what: string;
  readonly remedy: string;
}

/** Submits an object and goes to its job. */
function useSubmit(): { readonly submit: (name: ObjectName, deep: boolean) => void; readonly busy: boolean; readonly error: unknown } {
  const account = useSession()?.account;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  // A late answer must not call back somebody who went elsewhere.
  const left = useRef(false);
  useEffect(() => () => {
    left.current = true;
  }, []);
  const submit = (name: ObjectName, deep: boolean): void => {
    setBusy(true);
    setError(undefined);
    submitAnalysis(name, deep, account)
      .then((id) => !left.current && navigate(hrefOf('/file', { job: id })), setError)
      .finally(() => setBusy(false));
  };
  return { submit, busy, error };
}

export default function FileScreen({ query }: ScreenProps) {
  const { locale } = useWords();
  const most = useSession()?.account?.MaxUploadBytes;
  const { submit, busy, error } = useSubmit();
  const [deep, setDeep] = useState(true);
  const [refusal, setRefusal] = useState<Refusal>();
  const upload = useUpload((bucket, object) => submit({ bucket, object }, deep));
  const job = query.get('job') ?? '';
  const [bucket, object] = [query.get('bucket') ?? '', query.get('object') ?? ''];

  if (job !== '') {
    return (
      <>
        {error !== undefined && <ErrorNotice error={error} />}
        {upload.sending && <UploadView upload={upload} />}
        <JobView key={job} id={job} onDeep={({ Bucket, Object }) => submit({ bucket: Bucket, object: Object }, true)} />
      </>
    );
  }

  // A file that cannot be accepted is refused before its first byte is sent.
  const send = (file: File, to: string): void => {
    if (file.size === 0) {
      setRefusal({ what: t('file.upload.empty', { name: file.name }), remedy: t('file.upload.empty.remedy') });
    } else if (most !== undefined && file.size > most) {
      const values = { name: file.name, size: bytes(file.size, locale), limit: bytes(most, locale) };
      setRefusal({ what: t('file.upload.tooLarge', values), remedy: t('file.upload.tooLarge.remedy') });
    } else {
      setRefusal(undefined);
      upload.start(file, to);
    }
  };
  const take = (files: HandedIn, to: string): void => {
    if (files.kind === 'file') {
      send(files.file, to);
    } else if (files.kind === 'many') {
      setRefusal({ what: t('file.upload.many', { number: files.number }), remedy: t('file.upload.many.remedy') });
    } else if (files.kind === 'folder') {
      setRefusal({ what: t('file.upload.folder', { name: files.name }), remedy: t('file.upload.folder.remedy') });
    }
  };

  return (
    <>
      <h1>{t('file.title')}</h1>
      <p class="lead">{t('file.lead')}</p>
      {refusal && <Notice kind="bad" title={refusal.what}><p>{refusal.remedy}</p></Notice>}
      {error !== undefined && <ErrorNotice error={error} />}
      <UploadView upload={upload} />
      {!upload.sending && (
        <Chooser
          key={`${bucket}/${object}`}
          text={bucket === '' && object === '' ? '' : `${bucket}/${object}`}
          deep={deep}
          busy={busy}
          onDeep={setDeep}
          onFiles={take}
          onName={(name) => submit(name, deep)}
        />
      )}
    </>
  );
}
