import { t } from '../../i18n/t.ts';
import { Card } from '../../ui/Card.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { JsonTree } from '../../ui/JsonTree.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import type { ProbeReport } from '../shared/calls.ts';
import type { Correction } from '../media/description.ts';

const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

function Corrections({ corrections }: { readonly corrections: readonly Correction[] }) {
  const columns: Column<Correction>[] = [
    { name: 'member', title: t('file.raw.member'), cell: ({ member }) => <code>{member}</code> },
    { name: 'ffprobe', title: t('file.raw.ffprobe'), cell: ({ ffprobe }) => ffprobe ?? <span class="soft">{t('file.raw.absent')}</span> },
    { name: 'value', title: t('file.raw.ours'), cell: ({ value }) => value ?? <span class="soft">{t('file.raw.left')}</span> },
    { name: 'rule', title: t('file.raw.rule'), cell: ({ rule }) => rule },
  ];
  const title = t('file.raw.corrections');
  return (
    <>
      <h3>{title}</h3>
      <Table caption={title} columns={columns} rows={corrections} keyOf={({ member, rule }) => `${member} ${rule}`} />
    </>
  );
}

/** ffprobe's own report beside our description, and where the two differ. */
export function RawView({ report }: { readonly report: ProbeReport }) {
  const { Description: description, Report: own } = report;
  const { corrections } = description;
  return (
    <Card title={t('file.raw.title')}>
      {corrections && corrections.length > 0 && <Corrections corrections={corrections} />}
      <details class="alternative">
        <summary>{t('file.raw.sideBySide')}</summary>
        <div class="columns">
          <div>
            <div class="card-head">
              <h3>{t('file.raw.report')}</h3>
              {own !== undefined && <CopyButton text={() => pretty(own)} />}
            </div>
            {own === undefined ? <Notice>{t('file.raw.noReport')}</Notice> : <JsonTree value={own} />}
          </div>
          <div>
            <div class="card-head">
              <h3>{t('file.raw.description')}</h3>
              <CopyButton text={() => pretty(description)} />
            </div>
            <JsonTree value={description} />
          </div>
        </div>
      </details>
    </Card>
  );
}
