import type { ComponentChildren } from 'preact';
import { ApiError } from '../api/ApiError.ts';
import { t } from '../i18n/t.ts';
import { Notice } from './Notice.tsx';

interface Props {
  readonly error: unknown;
  /** What to do about it. */
  readonly children?: ComponentChildren;
}

/** An error in words: what the service said, its code, and the request's id to look for in the service's log. */
export function ErrorNotice({ error, children }: Props) {
  if (error instanceof ApiError) {
    return (
      <Notice kind="bad" title={t('error.title')}>
        <p>{error.message}</p>
        {children}
        <dl class="facts">
          {error.code && <><dt>{t('error.code')}</dt><dd>{error.code}</dd></>}
          <dt>{t('error.status')}</dt><dd>{error.status}</dd>
          {error.requestId && <><dt>{t('error.request')}</dt><dd>{error.requestId}</dd></>}
        </dl>
      </Notice>
    );
  }
  // fetch throws a TypeError if there is no answer.
  const unreachable = error instanceof TypeError;
  return (
    <Notice kind="bad" title={t('error.title')}>
      <p>{unreachable ? t('error.unreachable') : error instanceof Error ? error.message : String(error)}</p>
      {children}
    </Notice>
  );
}
