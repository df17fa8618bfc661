import { t } from '../../i18n/t.ts';
import type { Usage } from './job.ts';
import { bytes, count, span } from './units.ts';
import { useWords } from './useWords.ts';

/** What reading an object cost, in one line. */
export function Cost({ usage }: { readonly usage: Usage | undefined }) {
  const { locale } = useWords();
  if (!usage) {
    return <span class="soft">–</span>;
  }
  const values = { requests: count(usage.Requests, locale), bytes: bytes(usage.Bytes, locale), time: span(usage.Milliseconds, locale) };
  return (
    <span class="cost">
      {t('jobs.cost', values)}
      {usage.Reused && <span class="soft"> ({t('jobs.reused')})</span>}
    </span>
  );
}
