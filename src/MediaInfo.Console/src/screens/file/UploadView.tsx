import { ApiError } from '../../api/ApiError.ts';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { bytes } from '../shared/units.ts';
import { useWords } from '../shared/useWords.ts';
import { UploadError } from './upload.ts';
import type { Sending, Upload } from './useUpload.ts';

function Progress({ sending, onCancel }: { readonly sending: Sending; readonly onCancel: () => void }) {
  const { locale } = useWords();
  const { file, sent } = sending;
  const title = t('file.upload.title', { name: file.name });
  return (
    <Card title={title} aside={<Button onClick={onCancel}>{t('file.upload.cancel')}</Button>}>
      <ProgressBar label={title} done={sent / file.size} />
      <p class="soft">{t('file.upload.progress', { sent: bytes(sent, locale), size: bytes(file.size, locale) })}</p>
    </Card>
  );
}

const isOccupied = (error: unknown): boolean =>
  (error instanceof ApiError && error.code === 'ObjectExists') || (error instanceof UploadError && (error.status === 409 || error.status === 412));

function Problem({ upload }: { readonly upload: Upload }) {
  const { failed } = upload;
  if (!failed) {
    return null;
  }
  const { of, error } = failed;
  if (isOccupied(error)) {
    return (
      <Notice kind="warning" title={t('file.upload.occupied')}>
        <p><code>{of.bucket}/{of.object}</code></p>
        <p class="row">
          <Button onClick={upload.rename}>{t('file.upload.rename')}</Button>
          <Button kind="danger" onClick={() => upload.start(of.file, of.bucket, { overwrite: true, object: of.object })}>{t('file.upload.overwrite')}</Button>
        </p>
      </Notice>
    );
  }
  if (error instanceof UploadError && error.status === 404) {
    return <Notice kind="bad" title={t('file.upload.noBucket', { bucket: of.bucket })}><p>{t('file.upload.noBucket.remedy')}</p></Notice>;
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
  return (
    <>
      {upload.sending && <Progress sending={upload.sending} onCancel={upload.cancel} />}
      {upload.canceled && <Notice>{t('file.upload.canceled')}</Notice>}
      <Problem upload={upload} />
    </>
  );
}
