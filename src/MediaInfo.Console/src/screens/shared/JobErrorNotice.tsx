import type { ComponentChildren } from 'preact';
import { ApiError } from '../../api/ApiError.ts';
import { t } from '../../i18n/t.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';

interface Props {
  readonly error: unknown;
  readonly children?: ComponentChildren;
}

/** Why a job or its result cannot be shown. Only one that is not there was removed, or never was. */
export function JobErrorNotice({ error, children }: Props) {
  const missing = error instanceof ApiError && error.code === 'InvalidJobId.NotFound';
  return <ErrorNotice error={error} explained={missing}>{missing && <p>{t('job.notFound.remedy')}</p>}{children}</ErrorNotice>;
}
