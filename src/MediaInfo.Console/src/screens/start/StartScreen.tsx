import { Link } from '../../app/Link.tsx';
import { hrefOf } from '../../app/router.ts';
import { useSession } from '../../app/session.ts';
import { t } from '../../i18n/t.ts';
import { Card } from '../../ui/Card.tsx';
import { AccountCard } from './AccountCard.tsx';
import { SignIn } from './SignIn.tsx';

const steps = [
  { path: '/file', name: 'nav.file', what: 'start.fileWhat' },
  { path: '/explorer', name: 'nav.explorer', what: 'start.explorerWhat' },
  { path: '/jobs', name: 'nav.jobs', what: 'start.jobsWhat' },
  { path: '/compare', name: 'nav.compare', what: 'start.compareWhat' },
  { path: '/queues', name: 'nav.queues', what: 'start.queuesWhat' },
] as const;

export default function StartScreen() {
  const session = useSession();
  return (
    <>
      <h1>{t('start.title')}</h1>
      <p class="lead">{t('start.lead')}</p>
      <div class="columns">
        {session ? <AccountCard session={session} /> : <SignIn />}
        <Card title={t('start.next')}>
          <ul class="steps">
            {steps.map((step) => (
              <li key={step.path}>
                <Link href={hrefOf(step.path)}>{t(step.name)}</Link>
                <p>{t(step.what)}</p>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
