import { useState } from 'preact/hooks';
import { newStamp } from '../../../api/signing/PlainRequest.ts';
import type { Session } from '../../../app/session.ts';
import { t } from '../../../i18n/t.ts';
import { Card } from '../../../ui/Card.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { Action } from '../model/Action.ts';
import { curlOf } from '../model/curl.ts';
import { signedRequest } from '../model/request.ts';
import type { Values } from '../model/values.ts';
import { languageNames, languages, type CodeLanguage } from './Call.ts';
import { snippetOf } from './snippets.ts';

interface Props {
  readonly action: Action;
  readonly values: Values;
  readonly session: Session | undefined;
}

/** The call of the form as a command and as code for the vendors' SDKs. */
export function CodeCard({ action, values, session }: Props) {
  const [chosen, setChosen] = useState('curl');
  return (
    <Card title={t('explorer.code')}>
      <p class="hint">{t('explorer.codeSecret')}</p>
      <Tabs
        label={t('explorer.code')}
        tabs={[{ name: 'curl', title: 'curl' }, ...languages.map((name) => ({ name, title: languageNames[name] }))]}
        chosen={chosen}
        onChoose={setChosen}
      >
        {chosen === 'curl'
          ? <Curl action={action} values={values} session={session} />
          : <Code language={chosen as CodeLanguage} action={action} values={values} />}
      </Tabs>
    </Card>
  );
}

function Curl({ action, values, session }: Props) {
  if (!session) {
    return <p>{t('explorer.curlSignIn')}</p>;
  }
  const command = () => curlOf(signedRequest(action, values, window.location.origin, session.key, newStamp()));
  return (
    <>
      <p class="row"><CopyButton text={command} label={t('explorer.curlCopy')} /></p>
      <p class="hint">{t('explorer.curlHint')}</p>
      <pre tabIndex={0} data-code="curl">{command()}</pre>
    </>
  );
}

function Code({ language, action, values }: { readonly language: CodeLanguage } & Pick<Props, 'action' | 'values'>) {
  const snippet = snippetOf(language, { action, values, origin: window.location.origin });
  if (!snippet) {
    return <p>{t('explorer.noCall')}</p>;
  }
  return (
    <>
      {snippet.isGeneric && <p>{t('explorer.generic')}</p>}
      <p>{t('explorer.install')}: <code>{snippet.install}</code></p>
      <p class="row"><CopyButton text={snippet.code} /></p>
      <pre tabIndex={0} data-code={language}>{snippet.code}</pre>
    </>
  );
}
