import type { Session } from '../../app/session.ts';
import { t } from '../../i18n/t.ts';
import { Card } from '../../ui/Card.tsx';

/** Who is signed in, and what the service knows of the account. */
export function AccountCard({ session }: { readonly session: Session }) {
  const { account } = session;
  return (
    <Card title={t('start.account')}>
      <p>{t('start.signedIn', { key: session.key.id })}</p>
      {account ? (
        <dl class="facts">
          <dt>{t('start.account')}</dt><dd>{account.Account}</dd>
          <dt>{t('start.version')}</dt><dd>{account.Version} ({account.Host})</dd>
          <dt>{t('start.locations')}</dt><dd>{account.Locations.map((location) => location.Name).join(', ')}</dd>
          <dt>{t('start.buckets')}</dt>
          <dd>{account.Buckets.map((bucket) => bucket.Name + (bucket.Write ? '' : ` ${t('start.readOnly')}`)).join(', ')}</dd>
        </dl>
      ) : <p>{t('start.limited')}</p>}
    </Card>
  );
}
