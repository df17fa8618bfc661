import { codec } from './codec.ts';
import type { Correction, Description } from './description.ts';
import type { Fact } from './facts.ts';
import { audioFacts, containerFacts, otherFacts, subtitleFacts, videoFacts } from './facts.ts';
import { isStill, timeless } from './still.ts';
import type { Kind } from './timeline.ts';
import type { Words } from '../shared/words.ts';

/** A container or a stream, ready to be shown. */
export interface CardModel {
  key: string;
  kind: Kind | 'container' | 'cover' | 'chapters';
  /** The stream's number in the file; undefined for the container. */
  index?: number;
  headline: string;
  facts: Fact[];
}

const headline = (facts: readonly Fact[], words: Words, codecName: string | undefined): string =>
  facts[0] && facts[0].label !== 'file.fact.codec' ? facts[0].value : codecName ?? words.t('file.value.unknown');

/** The container's card and one for each stream, in the order of the file. */
export function cards(description: Description, words: Words): CardModel[] {
  const ofContainer = containerFacts(description.container, description, words);
  const videos = description.videoStreams.map((stream, at): CardModel => {
    const facts = videoFacts(stream, `videoStreams[${at}]`, description, words);
    return {
      key: `video-${at}`, kind: stream.isAttachedPicture ? 'cover' : 'video', index: stream.index, facts,
      headline: headline(facts, words, codec(stream)),
    };
  });
  const audios = description.audioStreams.map((stream, at): CardModel => {
    const facts = audioFacts(stream, `audioStreams[${at}]`, description, words);
    return { key: `audio-${at}`, kind: 'audio', index: stream.index, facts, headline: headline(facts, words, codec(stream)) };
  });
  const subtitles = description.subtitleStreams.map((stream, at): CardModel => {
    const facts = subtitleFacts(stream, `subtitleStreams[${at}]`, description, words);
    return { key: `subtitle-${at}`, kind: 'subtitle', index: stream.index, facts, headline: headline(facts, words, codec(stream)) };
  });
  const others = description.otherStreams.map((stream, at): CardModel => {
    const facts = otherFacts(stream, `otherStreams[${at}]`, description, words);
    return { key: `other-${at}`, kind: 'other', index: stream.index, facts, headline: headline(facts, words, codec(stream)) };
  });
  const streams = [...videos, ...audios, ...subtitles, ...others].sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
  const name = ofContainer[0]?.value ?? words.t('file.value.unknown');
  const all: CardModel[] = [{ key: 'container', kind: 'container', headline: name, facts: ofContainer }, ...streams];
  return isStill(description) ? all.map((card) => ({ ...card, facts: timeless(card.facts) })) : all;
}

/** The corrections of the members that a fact shows. */
export const correctionsOf = (fact: Fact, corrections: readonly Correction[]): Correction[] =>
  corrections.filter(({ member }) => fact.members.some((one) => member === one || member.startsWith(`${one}.`)));
