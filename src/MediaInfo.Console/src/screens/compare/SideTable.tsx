import { t } from '../../i18n/t.ts';
import { Card } from '../../ui/Card.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import type { Change, Row } from '../media/difference.ts';
import type { Fact } from '../media/facts.ts';
import type { Side } from './sides.ts';

// A sign and a word each, so that nobody needs the colour.
const signs: Readonly<Record<Change, string>> = { same: '=', changed: '≠', left: '←', right: '→' };

const Mark = ({ change }: { readonly change: Change }) => (
  <span class={`change is-${change}`}><span aria-hidden="true">{signs[change]}</span> {t(`compare.change.${change}`)}</span>
);

function Value({ fact, differs }: { readonly fact: Fact | undefined; readonly differs: boolean }) {
  if (!fact) {
    return <span class="soft">{t('compare.absent')}</span>;
  }
  return (
    <span>
      {differs ? <strong>{fact.value}</strong> : fact.value}
      {fact.note && <span class="soft"> {fact.note}</span>}
    </span>
  );
}

const nameOf = (fact: Fact | undefined): string => [fact && t(fact.label), fact?.number].filter(Boolean).join(' ');

interface Props {
  readonly side: Side;
  readonly names: readonly [string, string];
  readonly onlyDifferences: boolean;
}

/** A container or a stream of both files, fact by fact. */
export function SideTable({ side, names, onlyDifferences }: Props) {
  const rows = onlyDifferences ? side.rows.filter((row) => row.change !== 'same') : side.rows;
  if (rows.length === 0) {
    return null;
  }
  const kind = t(`file.kind.${side.kind}`);
  const title = side.kind === 'container' || side.kind === 'chapters' ? kind : `${kind} ${side.number}`;
  const columns: Column<Row<Fact>>[] = [
    { name: 'fact', title: t('compare.fact'), cell: ({ left, right }) => <span class="soft">{nameOf(left ?? right)}</span> },
    { name: 'left', title: names[0], cell: ({ left, change }) => <Value fact={left} differs={change !== 'same'} /> },
    { name: 'right', title: names[1], cell: ({ right, change }) => <Value fact={right} differs={change !== 'same'} /> },
    { name: 'change', title: t('compare.mark'), cell: ({ change }) => <Mark change={change} /> },
  ];
  return (
    <Card title={title}>
      {(!side.left || !side.right) && <p class="soft">{t(side.kind === 'chapters' ? 'compare.noChapters' : 'compare.noStream', { file: side.left ? names[1] : names[0] })}</p>}
      <Table caption={title} columns={columns} rows={rows} keyOf={(row) => row.key} />
    </Card>
  );
}
