import type { CardModel } from '../media/cards.ts';
import { difference, pairs, type Row } from '../media/difference.ts';
import type { Fact } from '../media/facts.ts';

/** A container or a stream of the one file beside its like of the other. */
export interface Side {
  readonly key: string;
  readonly kind: CardModel['kind'];
  /** Its place among those of its kind, from 1: the numbers of streams differ between the files. */
  readonly number: number;
  readonly left: CardModel | undefined;
  readonly right: CardModel | undefined;
  readonly rows: readonly Row<Fact>[];
}

const kinds: readonly CardModel['kind'][] = ['container', 'video', 'audio', 'subtitle', 'other', 'cover', 'chapters'];

const keyOf = (fact: Fact): string => `${fact.label} ${fact.number ?? ''}`;

const textOf = (fact: Fact): string => `${fact.value} ${fact.note ?? ''}`;

/** Streams are matched by kind and order. */
export function sidesOf(left: readonly CardModel[], right: readonly CardModel[]): Side[] {
  return kinds.flatMap((kind) => {
    const of = (cards: readonly CardModel[]): CardModel[] => cards.filter((card) => card.kind === kind);
    return pairs(of(left), of(right)).map(([one, other], index) => ({
      key: `${kind}-${index}`,
      kind,
      number: index + 1,
      left: one,
      right: other,
      rows: difference(one?.facts ?? [], other?.facts ?? [], keyOf, textOf),
    }));
  });
}

export const differences = (sides: readonly Side[]): number =>
  sides.reduce((sum, side) => sum + side.rows.filter((row) => row.change !== 'same').length, 0);
