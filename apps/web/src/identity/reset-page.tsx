import { Trans, useLingui } from '@lingui/react/macro';
import { LIMITS } from '@talka/domain/kernel';
import { Link, useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useApp } from '../app/app-context.ts';
import { ApiProblem } from '../app/api-problem.ts';
import { problemSentence } from '../app/problem-sentence.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/toast-queue.ts';
import { resetPassword } from './identity-api.ts';
import { IdentityFrame } from './identity-frame.tsx';
import styles from './identity-frame.module.css';
import { PasswordField } from './password-field.tsx';
import { fieldProblems, passwordProblem } from './sign-up-problems.ts';
import { tokenInHash } from './token-in-hash.ts';
import { useSubmit } from './use-submit.ts';

export function ResetPage() {
  const { t } = useLingui();
  const [token] = useState(tokenInHash);
  return (
    <IdentityFrame title={t`Set a new password`} lead={t`You will be signed out everywhere else.`}>
      {token === '' ? <SpentLink /> : <ResetForm token={token} />}
    </IdentityFrame>
  );
}

function ResetForm({ token }: { readonly token: string }) {
  const { t } = useLingui();
  const { api, session } = useApp();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | undefined>();
  const { isPending, problem, submit } = useSubmit(async () => {
    await resetPassword(api, token, password);
    session.forget();
    showToast(t`Your new password is set. Sign in with it.`);
    await navigate({ to: '/sign-in', replace: true });
  });
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = passwordProblem(password, '');
    setError(found);
    if (!found) submit();
  };
  const serverError = fieldProblems(problem).password;
  if (problem instanceof ApiProblem && ['gone', 'not-found', 'invalid'].includes(problem.code) && !serverError) {
    return <SpentLink />;
  }
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      {problem !== null && !serverError && <Banner tone="bad">{problemSentence(problem)}</Banner>}
      <PasswordField
        label={t`New password`}
        autoComplete="new-password"
        hint={t`At least ${LIMITS.passwordMin} characters. A few words in a row work well.`}
        value={password}
        onChange={setPassword}
        error={error ?? serverError}
      />
      <Button type="submit" tone="primary" size="large" isPending={isPending}>
        <Trans>Set the password</Trans>
      </Button>
    </form>
  );
}

function SpentLink() {
  return (
    <div className={styles.form}>
      <Banner tone="bad">
        <Trans>
          This link has been used or is too old. <Link to="/forgot">Ask for a new one</Link>
        </Trans>
      </Banner>
    </div>
  );
}
