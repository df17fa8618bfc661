/** What somebody dropped or chose: one file, a folder, or what is neither. */
export type HandedIn =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'many'; readonly number: number }
  | { readonly kind: 'nothing' };

/** Of a drop or of a file input. To the browser a folder is a file, until it is read. */
export function handedIn(from: { readonly files: FileList | null; readonly items?: DataTransferItemList } | null): HandedIn {
  const files = from?.files ?? [];
  const [file] = files;
  if (file === undefined) {
    return { kind: 'nothing' };
  }
  if (files.length > 1) {
    return { kind: 'many', number: files.length };
  }
  return from?.items?.[0]?.webkitGetAsEntry()?.isDirectory ? { kind: 'folder', name: file.name } : { kind: 'file', file };
}
