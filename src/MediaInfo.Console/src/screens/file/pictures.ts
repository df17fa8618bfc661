import { callRpc, type CallOptions } from '../../api/client.ts';
import type { Sprite } from './sprite.ts';

export interface Picture {
  readonly Url: string;
  /** Seconds from the start; undefined where nobody knows. */
  readonly At?: number;
}

export interface Pictures {
  readonly Pictures: readonly Picture[];
  readonly Sprites: readonly Sprite[];
  readonly WebVtt?: string;
}

/** Signed addresses name the service by one of its names; this page may only load pictures from the name that it was opened by. */
export function ownAddress(address: string, here: Location): string {
  const url = new URL(address, here.href);
  const loopback = (host: string): boolean => host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
  return url.port === here.port && loopback(url.hostname) && loopback(here.hostname) ? `${here.origin}${url.pathname}${url.search}` : url.href;
}

export async function getPictures(id: string, options?: CallOptions): Promise<Pictures> {
  const answer = await callRpc<Partial<Pictures>>('GetPictures', { JobId: id }, options);
  return {
    Pictures: (answer.Pictures ?? []).map((picture) => ({ ...picture, Url: ownAddress(picture.Url, window.location) })),
    Sprites: (answer.Sprites ?? []).map((sprite) => ({ ...sprite, Url: ownAddress(sprite.Url, window.location) })),
    ...(answer.WebVtt === undefined ? {} : { WebVtt: answer.WebVtt }),
  };
}
