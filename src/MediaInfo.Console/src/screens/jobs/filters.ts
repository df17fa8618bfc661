// The filters of the list live in the query string, so that a link and the back button keep them.

export const states = ['Waiting', 'Running', 'Succeeded', 'Failed', 'Canceled'] as const;
export const dialects = ['mps', 'ims', 'mpc'] as const;
export const works = ['analysis', 'snapshot', 'tags'] as const;
export const periods = ['hour', 'day', 'week'] as const;

export type State = (typeof states)[number];
export type Period = (typeof periods)[number];

export interface Filters {
  states: State[];
  dialects: string[];
  work: string;
  text: string;
  period: Period | '';
}

const listed = <T extends string>(text: string | null, known: readonly T[]): T[] =>
  known.filter((one) => (text ?? '').split(',').includes(one));

/** The filters of a query string; what it says wrongly counts as absent. */
export function readFilters(query: string): Filters {
  const given = new URLSearchParams(query);
  return {
    states: listed(given.get('state'), states),
    dialects: listed(given.get('dialect'), dialects),
    work: listed(given.get('work'), works)[0] ?? '',
    text: given.get('text') ?? '',
    period: listed(given.get('since'), periods)[0] ?? '',
  };
}

/** The query string of the filters, with its question mark; "" without any. */
export function writeFilters(filters: Filters): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string): void => {
    if (value !== '') {
      query.set(name, value);
    }
  };
  set('state', filters.states.join(','));
  set('dialect', filters.dialects.join(','));
  set('work', filters.work);
  set('text', filters.text);
  set('since', filters.period);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

const lengths: Readonly<Record<Period, number>> = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 };

/** The parameters of ListJobs. */
export function parametersOf(filters: Filters, now: number, token?: string): Record<string, string> {
  return {
    MaxResults: '20',
    ...(filters.states.length > 0 ? { State: filters.states.join(',') } : {}),
    ...(filters.dialects.length > 0 ? { Dialect: filters.dialects.join(',') } : {}),
    ...(filters.work === '' ? {} : { Work: filters.work }),
    ...(filters.text.trim() === '' ? {} : { Source: filters.text.trim() }),
    ...(filters.period === '' ? {} : { StartTime: `${new Date(now - lengths[filters.period]).toISOString().slice(0, 19)}Z` }),
    ...(token === undefined ? {} : { NextToken: token }),
  };
}

export const isEmpty = (filters: Filters): boolean => writeFilters(filters) === '';
