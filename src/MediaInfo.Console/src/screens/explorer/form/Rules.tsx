import { t } from '../../../i18n/t.ts';
import type { Parameter } from '../model/Action.ts';
import { Described } from './Described.tsx';
import { Members } from './Members.tsx';

/** What a parameter is, what it may be, and how it is typed. */
export function Rules({ parameter }: { readonly parameter: Parameter }) {
  const { schema, example, description } = parameter;
  return (
    <>
      <Described description={description} schema={schema} />
      {parameter.isFlat ? <p>{t('explorer.oneALine')}</p> : schema.type === 'array' && <p>{t('explorer.commas')}</p>}
      {schema.contentSchema && <Members schema={schema.contentSchema} />}
      {example !== '' && example.length <= 60 && <p>{t('explorer.example')} <code>{example}</code></p>}
    </>
  );
}
