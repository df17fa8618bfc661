import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { dialects, isEmpty, periods, states, works, type Filters } from './filters.ts';

interface Props {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

const none: Filters = { states: [], dialects: [], work: '', text: '', period: '' };

/** What is typed is asked for when the typing rests. */
const rest = 350;

export function FilterBar({ filters, onChange }: Props) {
  const [text, setText] = useState(filters.text);
  const latest = useRef(filters);
  latest.current = filters;
  // The back button changes the filters too.
  useEffect(() => setText(filters.text), [filters.text]);
  useEffect(() => {
    if (text === filters.text) {
      return undefined;
    }
    const timer = window.setTimeout(() => onChange({ ...latest.current, text }), rest);
    return () => window.clearTimeout(timer);
  }, [text]);

  return (
    <form class="filters" role="search" aria-label={t('jobs.filters')} onSubmit={(event) => { event.preventDefault(); onChange({ ...filters, text }); }}>
      <Field label={t('jobs.filter.text')}>
        {(ids) => <input {...ids} type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />}
      </Field>
      <Field label={t('jobs.filter.state')}>
        {(ids) => (
          <select
            {...ids}
            value={filters.states.join(',')}
            onChange={(event) => onChange({ ...filters, states: states.filter((state) => event.currentTarget.value.split(',').includes(state)) })}
          >
            <option value="">{t('jobs.filter.any')}</option>
            <option value="Waiting,Running">{t('jobs.filter.unfinished')}</option>
            {states.map((state) => <option key={state} value={state}>{t(`jobs.state.${state}`)}</option>)}
          </select>
        )}
      </Field>
      <Field label={t('jobs.filter.dialect')}>
        {(ids) => (
          <select
            {...ids}
            value={filters.dialects.join(',')}
            onChange={(event) => onChange({ ...filters, dialects: dialects.filter((dialect) => dialect === event.currentTarget.value) })}
          >
            <option value="">{t('jobs.filter.any')}</option>
            {dialects.map((dialect) => <option key={dialect} value={dialect}>{dialect.toUpperCase()}</option>)}
          </select>
        )}
      </Field>
      <Field label={t('jobs.filter.work')}>
        {(ids) => (
          <select {...ids} value={filters.work} onChange={(event) => onChange({ ...filters, work: event.currentTarget.value })}>
            <option value="">{t('jobs.filter.any')}</option>
            {works.map((work) => <option key={work} value={work}>{t(`jobs.work.${work}`)}</option>)}
          </select>
        )}
      </Field>
      <Field label={t('jobs.filter.time')}>
        {(ids) => (
          <select
            {...ids}
            value={filters.period}
            onChange={(event) => onChange({ ...filters, period: periods.find((period) => period === event.currentTarget.value) ?? '' })}
          >
            <option value="">{t('jobs.filter.any')}</option>
            {periods.map((period) => <option key={period} value={period}>{t(`jobs.filter.${period}`)}</option>)}
          </select>
        )}
      </Field>
      {!isEmpty(filters) && <Button onClick={() => onChange(none)}>{t('jobs.filter.clear')}</Button>}
    </form>
  );
}
