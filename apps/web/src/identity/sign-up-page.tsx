import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Banner } from '../ui/banner.tsx';
import { draftEmail } from './draft-email.ts';
import { IdentityFrame } from './identity-frame.tsx';
import styles from './identity-frame.module.css';
import { SignUpForm } from './sign-up-form.tsx';
import { useEnter } from './use-enter.ts';
import { useServerFacts } from './use-server-facts.ts';

export function SignUpPage() {
  const { t } = useLingui();
  const search = useSearch({ from: '/guest/sign-up' });
  const enter = useEnter();
  const facts = useServerFacts();
  const [isMailed, setMailed] = useState(false);
  if (isMailed) return <MailedPage />;
  const footer = (
    <Trans>
      Have an account already?{' '}
      <Link to="/sign-in" search={search}>
        Sign in
      </Link>
    </Trans>
  );
  const isFirst = facts?.firstRun === true;
  return (
    <IdentityFrame
      title={isFirst ? t`Set up your Talka` : t`Sign up`}
      lead={t`Boards your whole team reads at a glance.`}
      footer={isFirst ? null : footer}
    >
      {isFirst && (
        <div className={styles.form}>
          <Banner>
            <Trans>You are the first here: this account will own the server.</Trans>
          </Banner>
        </div>
      )}
      <SignUpForm onSignedIn={enter} onMailed={() => setMailed(true)} />
    </IdentityFrame>
  );
}

function MailedPage() {
  const { t } = useLingui();
  const email = draftEmail.get().trim();
  const lead = (
    <Trans>
      We sent a mail to <bdi>{email}</bdi>. Open its link to finish.
    </Trans>
  );
  return (
    <IdentityFrame title={t`Look into your mailbox`} lead={lead}>
      <p className={styles.lead}>
        <Trans>Nothing there after a few minutes? Look among the spam, or sign up again to get a new one.</Trans>
      </p>
    </IdentityFrame>
  );
}
