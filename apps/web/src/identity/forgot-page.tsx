import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type SubmitEvent, type ReactNode, useState } from 'react';
import { useApp } from '../app/app-context.ts';
import { problemSentence } from '../app/problem-sentence.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { draftEmail } from './draft-email.ts';
import { EmailField } from './email-field.tsx';
import { askForReset } from './identity-api.ts';
import { IdentityFrame } from './identity-frame.tsx';
import styles from './identity-frame.module.css';
import { emailProblem } from './sign-up-problems.ts';
import { useServerFacts } from './use-server-facts.ts';
import { useSubmit } from './use-submit.ts';

export function ForgotPage() {
  const { t } = useLingui();
  const facts = useServerFacts();
  const [isSent, setSent] = useState(false);
  const footer = (
    <Link to="/sign-in">
      <Trans>Back to signing in</Trans>
    </Link>
  );
  if (isSent) return <SentPage footer={footer} hasMail={facts?.mail !== false} />;
  return (
    <IdentityFrame
      title={t`Forgot your password?`}
      lead={t`Tell us your address, and we send a link to set a new one.`}
      footer={footer}
    >
      <ForgotForm onSent={() => setSent(true)} />
    </IdentityFrame>
  );
}

function ForgotForm({ onSent }: { readonly onSent: () => void }) {
  const { api } = useApp();
  const [error, setError] = useState<string | undefined>();
  const { isPending, problem, submit } = useSubmit(async () => {
    await askForReset(api, draftEmail.get().trim());
    onSent();
  });
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = emailProblem(draftEmail.get());
    setError(found);
    if (!found) submit();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      {problem !== null && <Banner tone="bad">{problemSentence(problem)}</Banner>}
      <EmailField error={error} onChange={() => setError(undefined)} />
      <Button type="submit" tone="primary" size="large" isPending={isPending}>
        <Trans>Send the link</Trans>
      </Button>
    </form>
  );
}

interface SentPageProps {
  readonly footer: ReactNode;
  readonly hasMail: boolean;
}

function SentPage({ footer, hasMail }: SentPageProps) {
  const { t } = useLingui();
  const email = draftEmail.get().trim();
  const lead = (
    <Trans>
      If <bdi>{email}</bdi> has an account here, a mail with a link is on its way. It works for one hour.
    </Trans>
  );
  return (
    <IdentityFrame title={t`Look into your mailbox`} lead={lead} footer={footer}>
      {!hasMail && (
        <div className={styles.form}>
          <Banner>
            <Trans>
              This server doesn't send mail yet: whoever runs it finds the link in its outbox folder and its log.
            </Trans>
          </Banner>
        </div>
      )}
    </IdentityFrame>
  );
}
