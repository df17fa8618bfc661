import { useId, useState } from 'preact/hooks';
import { Link } from '../../app/Link.tsx';
import { hrefOf, usePlace } from '../../app/router.ts';
import { t } from '../../i18n/t.ts';
import type { Action, Dialect } from './model/Action.ts';

interface Props {
  readonly dialects: readonly Dialect[];
  readonly chosen: Action | undefined;
  /** The dialect of the address, which is open at first. */
  readonly open: string | undefined;
}

/** The actions by dialect and group, with a search in their names and what they do. */
export function ActionList({ dialects, chosen, open }: Props) {
  const id = useId();
  // The entry of the present action leads to the form as it is.
  const values = Object.fromEntries(usePlace().query);
  const [words, setWords] = useState('');
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const found = dialects
    .map((dialect) => ({ ...dialect, actions: dialect.actions.filter((action) => fits(action, wanted)) }))
    .filter((dialect) => dialect.actions.length > 0);
  const count = found.reduce((sum, dialect) => sum + dialect.actions.length, 0);
  return (
    <nav class="actions" aria-label={t('explorer.actions')}>
      <label class="hidden" for={id}>{t('explorer.search')}</label>
      <input
        id={id} type="search" value={words} placeholder={t('explorer.search')} onInput={(event) => setWords(event.currentTarget.value)}
      />
      <p class="hint" role="status">{t('explorer.found', { count })}</p>
      {found.map((dialect) => (
        <details key={dialect.name} open={wanted.length > 0 || dialect.name === open}>
          <summary title={dialect.description}><span>{dialect.name.toUpperCase()}</span> <small>{dialect.description}</small></summary>
          {groupsOf(dialect).map(([group, actions]) => (
            <div key={group}>
              <p class="group">{group}</p>
              <ul>
                {actions.map((action) => (
                  <li key={action.id}>
                    <Link
                      href={hrefOf(`/explorer/${action.dialect}/${action.name}`, action === chosen ? values : {})}
                      aria-current={action.id === chosen?.id ? 'page' : undefined}
                      title={action.summary}
                    >
                      {action.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      ))}
    </nav>
  );
}

function fits(action: Action, words: readonly string[]): boolean {
  const text = `${action.dialect} ${action.name} ${action.group} ${action.summary}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function groupsOf(dialect: Dialect): [string, Action[]][] {
  const groups = new Map<string, Action[]>();
  for (const action of dialect.actions) {
    groups.set(action.group, [...(groups.get(action.group) ?? []), action]);
  }
  return [...groups];
}
