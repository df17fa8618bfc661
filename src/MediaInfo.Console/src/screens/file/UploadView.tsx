import { ApiError } from '../../api/ApiError.ts';
import { Link } from '../../app/Link.tsx';
import { hrefOf } from '../../app/router.ts';
import { forgetUpload, type Sending, type Upload } from '../../app/upload.ts';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { bytes } from '../shared/units.ts';
import { useWords } from '../shared/useWords.ts';
import { renamed } from './objectName.ts';
import { startUpload } from './startUpload.ts';
import { UnreadableError, UploadError } from './upload.ts';

function Progress({ upload }: { readonly upload: Extract<Upload, { kind: 'sending' }> }) {
  const { locale } = useWords();
  const { of: { file }, sent, cancel } = upload;
  const title = t('file.upload.title', { name: file.name });
  return (
    <Card title={title} aside={<Button onClick={cancel}>{t('file.upload.cancel')}</Button>}>
      <ProgressBar label={title} done={sent / file.size} />
      <p class="soft">{t('file.upload.progress', { sent: bytes(sent, locale), size: bytes(file.size, locale) })}</p>
    </Card>
  );
}

const isBusy = ({ code }: UploadError): boolean => code === 'UploadInProgress' || code === 'TooManyUploads';

const isOccupied = (error: unknown): boolean =>
  (error instanceof ApiError && error.code === 'ObjectExists')
  || (error instanceof UploadError && (error.status === 409 || error.status === 412) && !isBusy(error));

function Problem({ of, error }: { readonly of: Sending; readonly error: unknown }) {
  if (isOccupied(error)) {
    return (
      <Notice kind="warning" title={t('file.upload.occupied')}>
        <p><code>{of.bucket}/{of.object}</code></p>
        <p class="row">
          <Button onClick={() => startUpload({ ...of, object: renamed(of.object, new Date()), overwrite: false })}>{t('file.upload.rename')}</Button>
          <Button kind="danger" onClick={() => startUpload({ ...of, overwrite: true })}>{t('file.upload.overwrite')}</Button>
        </p>
      </Notice>
    );
  }
  if (error instanceof UnreadableError) {
    return <Notice kind="bad" title={t('file.upload.unreadable', { name: of.file.name })}><p>{t('file.upload.unreadable.remedy')}</p></Notice>;
  }
  if (error instanceof UploadError && error.status === 404) {
    return <Notice kind="bad" title={t('file.upload.noBucket', { bucket: of.bucket })}><p>{t('file.upload.noBucket.remedy')}</p></Notice>;
  }
  if (error instanceof UploadError && isBusy(error)) {
    return (
      <Notice kind="warning" title={t(error.code === 'TooManyUploads' ? 'file.upload.tooMany' : 'file.upload.busy')}>
        <p>{t('file.upload.busy.remedy')}</p>
        <p><Button onClick={() => startUpload(of)}>{t('file.upload.again')}</Button></p>
      </Notice>
    );
  }
  if (error instanceof UploadError) {
    return (
      <Notice kind="bad" title={error.status === 0 ? t('file.upload.broken') : t('file.upload.failed', { status: error.status })}>
        <p>{t('file.upload.failed.remedy')}</p>
      </Notice>
    );
  }
  return <ErrorNotice error={error} />;
}

/** An upload: its progress, and what became of it. */
export function UploadView({ upload }: { readonly upload: Upload }) {
  switch (upload.kind) {
    case 'none': return null;
    case 'sending': return <Progress upload={upload} />;
    case 'canceled': return <Notice>{t('file.upload.canceled')}</Notice>;
    case 'failed': return <Problem of={upload.of} error={upload.error} />;
    case 'finished': return (
      <Notice kind="good">
        <p>{t('upload.finished', { name: upload.of.file.name })}</p>
        <p><Link href={hrefOf('/file', { job: upload.job })} onClick={forgetUpload}>{t('upload.open')}</Link></p>
      </Notice>
    );
  }
}
