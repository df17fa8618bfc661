import type { ComponentChildren } from 'preact';
import { ApiError } from '../api/ApiError.ts';
import { codeOf, HeaderError, NoAnswerError } from '../api/failures.ts';
import { t, type TextKey } from '../i18n/t.ts';
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

/** What to do about an answer that is not the service's own, by its status. */
function remedyOf(status: number): TextKey {
  return status < 200 || (status > 299 && status < 400) ? 'error.foreign.redirect'
    : status === 401 || status === 403 || status === 407 || status === 511 ? 'error.foreign.denied'
    : status === 404 || status === 405 ? 'error.foreign.missing'
    : status === 413 || status === 414 || status === 431 ? 'error.foreign.tooLarge'
    : status === 429 || status >= 500 ? 'error.foreign.down'
    : 'error.foreign.other';
}

/** An error in words: what the service said, its code, and the request's id to look for in the service's log. */
export function ErrorNotice({ error, children, explained = false }: Props) {
  if (error instanceof ApiError) {
    return (
      <Notice kind="bad" title={t('error.title')}>
        {!explained && plainOf(error) === 'wrongSecret' || <p class="detail">{error.message}</p>}
        {!error.isOwn ? <p>{t('error.foreign')} {t(remedyOf(error.status))}</p> : !explained && <Remedy error={error} />}
        {children}
        <dl class="facts">
          {error.code && <><dt>{t('error.code')}</dt><dd>{error.code}</dd></>}
          <dt>{t('error.status')}</dt><dd>{error.status}</dd>
          {error.requestId && <><dt>{t('error.request')}</dt><dd>{error.requestId}</dd></>}
        </dl>
      </Notice>
    );
  }
  return (
    <Notice kind="bad" title={t('error.title')}>
      <p>{wordsOf(error)}</p>
      {children}
    </Notice>
  );
}

function wordsOf(error: unknown): string {
  if (error instanceof HeaderError) {
    return t('error.header', { name: error.header, sign: error.sign, code: codeOf(error.sign) });
  }
  return error instanceof NoAnswerError ? t('error.unreachable') : error instanceof Error ? error.message : String(error);
}
