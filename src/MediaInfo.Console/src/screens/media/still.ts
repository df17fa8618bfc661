import type { Description } from './description.ts';
import type { Fact } from './facts.ts';

/** Containers of one picture each. FFmpeg gives them 25 frames a second, which nobody stated. */
const pictures = /^image2$|_pipe$/;

/** Whether a file is one picture that stands still: it has no length, and nothing that counts by the second. */
export function isStill({ container, videoStreams, audioStreams }: Description): boolean {
  const [picture, ...others] = videoStreams.filter((stream) => !stream.isAttachedPicture);
  if (picture === undefined || others.length > 0 || audioStreams.length > 0) {
    return false;
  }
  return picture.frameCount === undefined ? pictures.test(container.formatName ?? '') : picture.frameCount === 1;
}

const timed: readonly Fact['label'][] = ['file.fact.duration', 'file.fact.bitRate', 'file.fact.frameRate', 'file.fact.frames'];

/** The facts that a still picture has too. */
export const timeless = (facts: readonly Fact[]): Fact[] => facts.filter(({ label }) => !timed.includes(label));
