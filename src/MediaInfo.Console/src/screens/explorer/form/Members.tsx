import { Fragment } from 'preact';
import { t } from '../../../i18n/t.ts';
import type { Schema } from '../model/openapi.ts';
import { Prose } from '../../../ui/Prose.tsx';
import { rulesOf } from './Rules.tsx';
import { Required } from './Required.tsx';

/** The members of an object, and of the objects in it: what each is, and what it may be. */
export function Members({ schema }: { readonly schema: Schema }) {
  const members = Object.entries(schema.properties ?? {});
  if (members.length === 0) {
    return null;
  }
  return (
    <details>
      <summary>{t('explorer.members', { count: members.length })}</summary>
      <dl class="facts">
        {members.map(([name, member]) => (
          <Fragment key={name}>
            <dt>{name}<Required always={schema.required?.includes(name) ?? false} /></dt>
            <dd><Member schema={member} /></dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}

function Member({ schema }: { readonly schema: Schema }) {
  const rules = rulesOf(schema.type === 'array' ? { ...schema.items, ...schema } : schema);
  return (
    <>
      {schema.description && <p><Prose text={schema.description} /></p>}
      {rules.length > 0 && <p>{rules.join(' · ')}</p>}
      <Members schema={schema.items ?? schema} />
    </>
  );
}
