import { en } from '../../i18n/en.ts';
import { t, type TextKey } from '../../i18n/t.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Failure } from './job.ts';

const isKey = (text: string): text is TextKey => text in en;

/** The texts of a reason's name; those of any failure for a name that is newer than this page. */
function keysOf(reason: string): { readonly what: TextKey; readonly remedy: TextKey } {
  const what = `failure.${reason}`;
  const remedy = `${what}.remedy`;
  return isKey(what) && isKey(remedy) ? { what, remedy } : { what: 'failure.other', remedy: 'failure.other.remedy' };
}

/** Why a job failed, in words, and what to do about it. */
export function FailureNotice({ failure }: { readonly failure: Failure }) {
  const { what, remedy } = keysOf(failure.Reason);
  return (
    <Notice kind="bad" title={t('job.failed')}>
      <p>{t(what)} <code>{failure.Reason}</code></p>
      {failure.Detail && <p class="detail">{failure.Detail}</p>}
      <p><strong>{t('job.remedy')}:</strong> {t(remedy)}</p>
    </Notice>
  );
}
