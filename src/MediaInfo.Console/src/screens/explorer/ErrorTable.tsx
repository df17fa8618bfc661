import { t } from '../../i18n/t.ts';
import { Table } from '../../ui/Table.tsx';
import { Prose } from '../../ui/Prose.tsx';
import type { Action } from './model/Action.ts';

/** The errors that the action may answer, and what to do about each. */
export function ErrorTable({ action }: { readonly action: Action }) {
  if (action.errors.length === 0) {
    return null;
  }
  return (
    <details class="card">
      <summary><h2>{t('explorer.errors', { count: action.errors.length })}</h2></summary>
      <Table
        caption={t('explorer.errors', { count: action.errors.length })}
        rows={action.errors}
        keyOf={(row) => `${row.status} ${row.code} ${row.when} ${row.message}`}
        columns={[
          { name: 'code', title: t('error.code'), cell: (row) => <code>{row.code}</code> },
          { name: 'status', title: t('error.status'), cell: (row) => row.status, numeric: true },
          { name: 'when', title: t('explorer.when'), cell: (row) => <Prose text={row.when} /> },
          { name: 'remedy', title: t('explorer.remedy'), cell: (row) => <Prose text={row.remedy} /> },
        ]}
      />
    </details>
  );
}
