import { useMemo, useState } from 'preact/hooks';
import type { Answer } from '../../../api/Answer.ts';
import { ApiError } from '../../../api/ApiError.ts';
import { readJson } from '../../../api/json.ts';
import { t } from '../../../i18n/t.ts';
import { Card } from '../../../ui/Card.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { JsonTree } from '../../../ui/JsonTree.tsx';
import { LongText } from '../../../ui/LongText.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { Action } from '../model/Action.ts';
import { Prose } from '../../../ui/Prose.tsx';
import { rowsOf } from '../model/remedy.ts';
import { isXml } from './xml.ts';
import { XmlTree } from './XmlTree.tsx';

type View = 'tree' | 'raw' | 'headers';

/** What the service answered: status, time, and the body as a tree and as it came. An error is told in words, with what to do. */
export function AnswerCard({ action, answer }: { readonly action: Action; readonly answer: Answer }) {
  const [view, setView] = useState<View>('tree');
  const failed = answer.status < 200 || answer.status > 299;
  return (
    <Card title={t('explorer.answer')} aside={<CopyButton text={answer.text} label={t('explorer.copyBody')} />}>
      <p class="row">
        <span class={failed ? 'status bad' : 'status good'}>HTTP {answer.status}</span>
        <span>{t('explorer.took', { milliseconds: Math.round(answer.milliseconds) })}</span>
        <span>{t('explorer.size', { characters: answer.text.length })}</span>
      </p>
      {failed && <Refusal action={action} answer={answer} />}
      <Tabs
        label={t('explorer.answer')}
        tabs={[
          { name: 'tree', title: t('explorer.tree') },
          { name: 'raw', title: t('explorer.raw') },
          { name: 'headers', title: t('explorer.headers', { count: answer.headers.length }) },
        ]}
        chosen={view}
        onChoose={(name) => setView(name as View)}
      >
        {view === 'headers' ? <Headers answer={answer} />
          : answer.text === '' ? <p>{t('explorer.noBody')}</p>
          : view === 'tree' && answer.json !== undefined ? <Tree answer={answer} />
          : view === 'tree' && isXml(answer.text) ? <XmlTree text={answer.text} />
          : <pre tabIndex={0}><LongText text={answer.text} /></pre>}
      </Tabs>
    </Card>
  );
}

// Only a number of so many digits is rounded by JSON.parse.
const long = /\d{16}/;

function Tree({ answer }: { readonly answer: Answer }) {
  const value = useMemo(() => (long.test(answer.text) ? readJson(answer.text) : answer.json), [answer]);
  return <JsonTree value={value} />;
}

function Refusal({ action, answer }: { readonly action: Action; readonly answer: Answer }) {
  const error = new ApiError(answer);
  const rows = rowsOf(action, error);
  return (
    <ErrorNotice error={error} explained>
      {rows.map((row) => (
        <p key={row.when}><strong><Prose text={row.when} /></strong> <Prose text={row.remedy} /></p>
      ))}
    </ErrorNotice>
  );
}

function Headers({ answer }: { readonly answer: Answer }) {
  return (
    <dl class="facts">
      {answer.headers.map(([name, value]) => <><dt key={name}>{name}</dt><dd key={`${name}-value`}>{value}</dd></>)}
    </dl>
  );
}
