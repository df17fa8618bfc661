import { t } from '../i18n/t.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Link } from './Link.tsx';
import { hrefOf, usePlace } from './router.ts';
import { forgetUpload, useUpload } from './upload.ts';

/** The upload, on every screen but the one that shows it anyway. */
export function UploadBar() {
  const { path, query } = usePlace();
  const upload = useUpload();
  if (upload.kind === 'none' || upload.kind === 'canceled' || (path === '/file' && !query.get('job'))) {
    return null;
  }
  const name = upload.of.file.name;
  if (upload.kind === 'sending') {
    const title = t('upload.sending', { name });
    return (
      <section class="upload-bar" aria-label={title}>
        <span>{title}</span>
        <ProgressBar label={title} done={upload.sent / upload.of.file.size} />
        <Button onClick={upload.cancel}>{t('upload.cancel')}</Button>
      </section>
    );
  }
  const [text, link, href] = upload.kind === 'finished'
    ? [t('upload.finished', { name }), t('upload.open'), hrefOf('/file', { job: upload.job })]
    : [t('upload.failed', { name }), t('upload.why'), hrefOf('/file')];
  return (
    <section class="upload-bar" role="status">
      <span>{text}</span>
      <Link href={href} onClick={upload.kind === 'finished' ? forgetUpload : undefined}>{link}</Link>
      <Button onClick={forgetUpload}>{t('upload.dismiss')}</Button>
    </section>
  );
}
