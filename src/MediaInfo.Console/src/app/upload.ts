import { followSession } from './session.ts';
import { createStore, useStore } from './store.ts';

/** A file on its way into a bucket. */
export interface Sending {
  readonly file: File;
  readonly bucket: string;
  readonly object: string;
  /** Whether an object of that name is replaced. */
  readonly overwrite: boolean;
  /** Whether every packet will be read. */
  readonly deep: boolean;
}

export type Upload =
  | { readonly kind: 'none' }
  | { readonly kind: 'canceled' }
  | { readonly kind: 'sending'; readonly of: Sending; readonly sent: number; readonly cancel: () => void }
  | { readonly kind: 'failed'; readonly of: Sending; readonly error: unknown }
  | { readonly kind: 'finished'; readonly of: Sending; readonly job: string };

/** The present upload, which goes on while the person looks at other screens. Every screen shows it. */
export const upload = createStore<Upload>({ kind: 'none' });

export const useUpload = (): Upload => useStore(upload);

export const forgetUpload = (): void => upload.set({ kind: 'none' });

// It belongs to who began it.
followSession(() => {
  const present = upload.get();
  if (present.kind === 'sending') {
    present.cancel();
  }
  forgetUpload();
});

// The browser asks before the window closes or another page takes its place.
window.addEventListener('beforeunload', (event) => {
  if (upload.get().kind === 'sending') {
    event.preventDefault();
  }
});
