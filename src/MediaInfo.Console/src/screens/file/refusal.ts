import { t } from '../../i18n/t.ts';
import { bytes } from '../shared/units.ts';

/** Files that were dropped or chosen. */
export interface Taken {
  readonly files: readonly File[];
  readonly hasFolder: boolean;
}

export interface Refusal {
  readonly what: string;
  readonly remedy: string;
}

/** Why what was dropped cannot be accepted; undefined if it can. It is said before the first byte is sent. */
export function refusalOf({ files, hasFolder }: Taken, most: number | undefined, locale: string): Refusal | undefined {
  const [file] = files;
  if (hasFolder || !file) {
    return { what: t('file.drop.folder'), remedy: t('file.drop.folder.remedy') };
  }
  if (files.length > 1) {
    return { what: t('file.drop.many', { number: files.length }), remedy: t('file.drop.many.remedy') };
  }
  if (file.size === 0) {
    return { what: t('file.upload.empty', { name: file.name }), remedy: t('file.upload.empty.remedy') };
  }
  if (most !== undefined && file.size > most) {
    const values = { name: file.name, size: bytes(file.size, locale), limit: bytes(most, locale) };
    return { what: t('file.upload.tooLarge', values), remedy: t('file.upload.tooLarge.remedy') };
  }
  return undefined;
}
