import type { ComponentChildren } from 'preact';
import { ApiError } from '../api/ApiError.ts';
import { t } from '../i18n/t.ts';
import { plainOf } from '../remedies/plain.ts';
import { Remedy } from '../remedies/Remedy.tsx';
import { Notice } from './Notice.tsx';

interface Props {
  readonly error: unknown;
  /** What stands below it, such as a button. */
  readonly children?: ComponentChildren;
  /** Whether the children say what to do about it, so that the service's catalogue need not. */
  readonly explained?: boolean;
}

/** An error in words: what the service said, its code, and the request's id to look for in the service's log. */
export function ErrorNotice({ error, children, explained = false }: Props) {
  if (error instanceof ApiError) {
    return (
      <Notice kind="bad" title={t('error.title')}>
        {!explained && plainOf(error) === 'wrongSecret' || <p>{error.message}</p>}
        {!explained && <Remedy error={error} />}
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
