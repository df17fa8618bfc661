import { t } from '../../i18n/t.ts';
import type { Job } from '../shared/job.ts';
import { moment, span } from '../shared/units.ts';
import { useWords } from '../shared/useWords.ts';
import { storyOf } from './story.ts';

/** Every state, retry and callback attempt of a job, one below the other. */
export function Story({ job }: { readonly job: Job }) {
  const { locale } = useWords();
  return (
    <>
    <ol class="story">
      {storyOf(job).map((step, index) => (
        <li key={index} class={`tone-${step.tone}`}>
          <p class="step">
            <strong>{step.event ? t(`job.event.${step.event}`) : step.name}</strong>
            {step.after !== undefined && <span class="soft"> {t('job.story.after', { time: span(step.after, locale) })}</span>}
          </p>
          <time class="soft" dateTime={step.at}>{moment(step.at, locale)}</time>
          {step.detail && <p class="detail">{step.event === 'CallbackDelivered' && `${t('queue.message.id')} `}{step.detail}</p>}
          {step.advice && <p class="advice">{t(`job.event.${step.advice}.remedy`)}</p>}
        </li>
      ))}
    </ol>
    {job.StoryOmitted !== undefined && <p class="soft">{t('job.story.omitted', { number: job.StoryOmitted })}</p>}
    </>
  );
}
