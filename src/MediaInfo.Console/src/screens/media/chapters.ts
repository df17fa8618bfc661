import type { CardModel } from './cards.ts';
import type { Description } from './description.ts';
import { clock } from '../shared/units.ts';
import type { Words } from '../shared/words.ts';

/** The chapters as a card, a fact each; no card of a file without any. */
export function chapterCards({ chapters }: Description, { t }: Words): CardModel[] {
  if (chapters.length === 0) {
    return [];
  }
  const facts = chapters.map(({ title, startTime, endTime }, at) => {
    const times = [startTime, endTime].map((time) => (time === undefined ? '?' : clock(time))).join(' – ');
    return {
      label: 'file.kind.chapter' as const, number: at + 1, members: [`chapters[${at}]`],
      ...(title === undefined ? { value: times } : { value: title, note: times }),
    };
  });
  return [{ key: 'chapters', kind: 'chapters', headline: t('file.kind.chapters'), facts }];
}
