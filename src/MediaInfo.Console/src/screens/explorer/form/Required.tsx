import { t } from '../../../i18n/t.ts';
import type { Schema } from '../model/openapi.ts';

interface Props {
  readonly always: boolean;
  readonly schema?: Schema;
}

/** Marks the name of what must be there: always, or unless another parameter says otherwise. */
export function Required({ always, schema }: Props) {
  const atTimes = schema?.['x-requiredAtTimes'] === true;
  return always || atTimes
    ? <>{' '}<span class="required">{t(always ? 'explorer.required' : 'explorer.requiredAtTimes')}</span></>
    : null;
}
