import { useState } from 'preact/hooks';
import { Link } from '../../app/Link.tsx';
import { hrefOf, navigate } from '../../app/router.ts';
import type { ScreenProps } from '../../app/routes.ts';
import { useSubject } from '../../app/title.ts';
import { t } from '../../i18n/t.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { cards, type CardModel } from '../media/cards.ts';
import { chapterCards } from '../media/chapters.ts';
import { getJob, getReport, type ProbeReport } from '../shared/calls.ts';
import { fileName, type Job } from '../shared/job.ts';
import { JobErrorNotice } from '../shared/JobErrorNotice.tsx';
import { useLoaded } from '../shared/useLoaded.ts';
import { useWords } from '../shared/useWords.ts';
import { Picker } from './Picker.tsx';
import { differences, sidesOf } from './sides.ts';
import { SideTable } from './SideTable.tsx';
import '../shared/shared.css';
import './compare.css';

interface Found {
  readonly job: Job;
  readonly report: ProbeReport;
}

async function find(id: string, signal: AbortSignal): Promise<Found> {
  const [job, report] = await Promise.all([getJob(id, { signal }), getReport(id, { signal })]);
  return { job, report };
}

const said = (number: number): string =>
  number === 0 ? t('compare.summary.none') : t('compare.summary', { number });

/** Two files of one name are told apart by their order. */
function namesOf(left: Job, right: Job): [string, string] {
  const [one, other] = [fileName(left.Object), fileName(right.Object)];
  return one === other ? [`${one} (${t('compare.a')})`, `${other} (${t('compare.b')})`] : [one, other];
}

function Compared({ left, right }: { readonly left: Found; readonly right: Found }) {
  const words = useWords();
  const [only, setOnly] = useState(false);
  const cardsOf = ({ report: { Description: one } }: Found): CardModel[] => [...cards(one, words), ...chapterCards(one, words)];
  const sides = sidesOf(cardsOf(left), cardsOf(right));
  const names = namesOf(left.job, right.job);
  useSubject(names.join(', '));
  return (
    <>
      <div class="compared">
        {[left.job, right.job].map((job, at) => (
          <p key={at}>
            <span class="soft">{t(at === 0 ? 'compare.a' : 'compare.b')}</span>
            <Link href={hrefOf('/file', { job: job.JobId })}>{fileName(job.Object)}</Link>
            <code>{job.Bucket}/{job.Object}</code>
          </p>
        ))}
      </div>
      <div class="row between summary">
        <strong role="status">{said(differences(sides))}</strong>
        <label><input type="checkbox" checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} /> {t('compare.onlyDifferences')}</label>
      </div>
      {sides.map((side) => <SideTable key={side.key} side={side} names={names} onlyDifferences={only} />)}
    </>
  );
}

const jobHref = (id: string): string => hrefOf(`/jobs/${encodeURIComponent(id)}`);

function Both({ a, b }: { readonly a: string; readonly b: string }) {
  const left = useLoaded(a, (signal) => find(a, signal));
  const right = useLoaded(b, (signal) => find(b, signal));
  if (left.value && right.value) {
    return <Compared left={left.value} right={right.value} />;
  }
  const failed = [{ id: a, name: t('compare.a'), error: left.error }, { id: b, name: t('compare.b'), error: right.error }]
    .filter(({ error }) => error !== undefined);
  return failed.length === 0 ? <Loading /> : (
    <>
      {failed.map(({ id, name, error }) => (
        <JobErrorNotice key={id} error={error}><p>{name}: <Link href={jobHref(id)}>{id}</Link></p></JobErrorNotice>
      ))}
    </>
  );
}

export default function CompareScreen({ query }: ScreenProps) {
  const [a, b] = [query.get('a') ?? '', query.get('b') ?? ''];
  const ready = a !== '' && b !== '' && a !== b;
  return (
    <>
      <div class="head">
        <h1>{t('compare.title')}</h1>
        {ready && (
          <p class="row">
            <Link class="button quiet" href={hrefOf('/compare', { a: b, b: a })}>{t('compare.swap')}</Link>
            <Link class="button quiet" href={hrefOf('/compare')}>{t('compare.choose')}</Link>
          </p>
        )}
      </div>
      <p class="lead">{t('compare.lead')}</p>
      {a !== '' && a === b && <Notice kind="warning">{t('compare.same.job')}</Notice>}
      {ready ? <Both a={a} b={b} /> : <Picker key={`${a} ${b}`} a={a} b={b} onPick={(left, right) => navigate(hrefOf('/compare', { a: left, b: right }))} />}
    </>
  );
}
