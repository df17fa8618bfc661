import { ApiError } from '../../api/ApiError.ts';
import { t } from '../../i18n/t.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';

/** Why a job cannot be shown. That there is none is explained by what becomes of old jobs. */
export function JobError({ error }: { readonly error: unknown }) {
  const missing = error instanceof ApiError && error.status === 404;
  return <ErrorNotice error={error} explained={missing}>{missing && <p>{t('job.notFound.remedy')}</p>}</ErrorNotice>;
}
