import { useState } from 'preact/hooks';
import { useSession } from '../../app/session.ts';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { FailureNotice } from '../shared/Failure.tsx';
import type { JobSummary } from '../shared/job.ts';
import { clock } from '../shared/units.ts';
import type { Picture } from './pictures.ts';
import { picturePlace } from './place.ts';
import { Scrubber } from './Scrubber.tsx';
import { submitPictures } from './submit.ts';
import { usePictures } from './usePictures.ts';

interface Props {
  readonly job: JobSummary;
  readonly duration: number | undefined;
  /** Whether there is a video of which pictures can be taken. */
  readonly hasVideo: boolean;
}

const nameOf = (picture: Picture, index: number): string =>
  picture.At === undefined ? t('file.pictures.number', { number: index + 1 }) : t('file.pictures.at', { time: clock(picture.At) });

function Gallery({ pictures }: { readonly pictures: readonly Picture[] }) {
  return (
    <ul class="gallery">
      {pictures.map((picture, index) => (
        <li key={picture.Url}>
          <a href={picture.Url} target="_blank" rel="noreferrer">
            <img src={picture.Url} alt={nameOf(picture, index)} loading="lazy" />
            <span aria-hidden="true">{nameOf(picture, index)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A folder of its own for each order, so that no picture of another order is in the way. */
const folderFor = (job: JobSummary): string => `pictures/${job.JobId}-${Date.now().toString(36)}`;

/** Snapshots and a sprite of the object, and a button that has them made. */
export function PicturesCard({ job, duration, hasVideo }: Props) {
  const account = useSession()?.account;
  const { pictures, working, failure, error, follow } = usePictures(job);
  const [refused, setRefused] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const bucket = picturePlace(account, job.Bucket);
  const canMake = hasVideo && job.Work !== 'snapshot' && bucket !== undefined && account?.Features.Frames !== false;
  const isThere = pictures !== undefined && (pictures.Pictures.length > 0 || pictures.Sprites.length > 0);

  const make = async (to: string): Promise<void> => {
    setSending(true);
    setRefused(undefined);
    try {
      follow(await submitPictures({ bucket: job.Bucket, object: job.Object }, to, folderFor(job), duration));
    } catch (problem) {
      setRefused(problem);
    } finally {
      setSending(false);
    }
  };

  if (!hasVideo && !isThere) {
    return null;
  }
  return (
    <Card
      title={t('file.pictures.title')}
      aside={canMake && <Button busy={working || sending} onClick={() => void make(bucket)}>{t('file.pictures.make')}</Button>}
    >
      {(error !== undefined || refused !== undefined) && <ErrorNotice error={refused ?? error} />}
      {failure && <FailureNotice failure={failure} />}
      {working && <div role="status"><p>{t('file.pictures.working')}</p><ProgressBar label={t('file.pictures.working')} done={undefined} /></div>}
      {pictures && pictures.Sprites.length > 0 && <Scrubber sprites={pictures.Sprites} />}
      {pictures && pictures.Pictures.length > 0 && <Gallery pictures={pictures.Pictures} />}
      {!isThere && !working && (
        <p class="soft">
          {account?.Features.Frames === false ? t('file.pictures.noFrames')
            : bucket === undefined ? t('file.pictures.noBucket')
            : t('file.pictures.hint', { bucket, folder: 'pictures/' })}
        </p>
      )}
    </Card>
  );
}
