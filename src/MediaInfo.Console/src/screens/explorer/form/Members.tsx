import { Fragment } from 'preact';
import { t } from '../../../i18n/t.ts';
import type { Schema } from '../model/openapi.ts';
import { Described } from './Described.tsx';
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
            <dd>
              <Described description={member.description} schema={member} />
              <Members schema={member.items ?? member} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
