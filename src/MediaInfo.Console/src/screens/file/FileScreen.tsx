import { useEffect, useRef, useState } from 'preact/hooks';
import { hrefOf, navigate } from '../../app/router.ts';
import type { ScreenProps } from '../../app/routes.ts';
import { useSession } from '../../app/session.ts';
import { forgetUpload, useUpload } from '../../app/upload.ts';
import { t } from '../../i18n/t.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useWords } from '../shared/useWords.ts';
import type { ObjectName } from './address.ts';
import { Chooser } from './Chooser.tsx';
import { JobView } from './JobView.tsx';
import { objectFor } from './objectName.ts';
import { refusalOf, type Refusal, type Taken } from './refusal.ts';
import { startUpload } from './startUpload.ts';
import { submitAnalysis } from './submit.ts';
import { UploadView } from './UploadView.tsx';
import '../shared/shared.css';
import './file.css';

/** Submits an object and goes to its job. */
function useSubmit(): { readonly submit: (name: ObjectName, deep: boolean) => void; readonly busy: boolean; readonly error: unknown } {
  const account = useSession()?.account;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const submit = (name: ObjectName, deep: boolean): void => {
    const here = window.location.href;
    setBusy(true);
    setError(undefined);
    submitAnalysis(name, deep, account)
      // A late answer must not call back somebody who went elsewhere.
      .then((id) => window.location.href === here && navigate(hrefOf('/file', { job: id })), setError)
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
  const upload = useUpload();
  const job = query.get('job') ?? '';
  const [bucket, object] = [query.get('bucket') ?? '', query.get('object') ?? ''];

  // Who has watched the upload here sees its job; nobody is called back from elsewhere.
  const watched = useRef(false);
  useEffect(() => {
    if (job === '' && upload.kind === 'finished' && watched.current) {
      forgetUpload();
      navigate(hrefOf('/file', { job: upload.job }));
    }
    watched.current = job === '' && upload.kind === 'sending';
  }, [upload, job]);

  if (job !== '') {
    return (
      <>
        {error !== undefined && <ErrorNotice error={error} />}
        <JobView key={job} id={job} onDeep={({ Bucket, Object }) => submit({ bucket: Bucket, object: Object }, true)} />
      </>
    );
  }

  const take = (taken: Taken, to: string): void => {
    const why = refusalOf(taken, most, locale);
    const [file] = taken.files;
    setRefusal(why);
    if (file && !why) {
      startUpload({ file, bucket: to, object: objectFor(file.name), overwrite: false, deep });
    }
  };

  return (
    <>
      <h1>{t('file.title')}</h1>
      <p class="lead">{t('file.lead')}</p>
      {refusal && <Notice kind="bad" title={refusal.what}><p>{refusal.remedy}</p></Notice>}
      {error !== undefined && <ErrorNotice error={error} />}
      <UploadView upload={upload} />
      {upload.kind !== 'sending' && (
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
