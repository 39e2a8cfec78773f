import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useApp } from '../app/app-context.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { verifyEmail } from './identity-api.ts';
import { IdentityFrame } from './identity-frame.tsx';
import styles from './identity-frame.module.css';
import { linkSentence } from './link-sentence.ts';
import { tokenInHash } from './token-in-hash.ts';

type Outcome =
  | { readonly status: 'asking' }
  | { readonly status: 'confirmed' }
  | { readonly status: 'refused'; readonly problem: unknown };

export function VerifyPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const outcome = useVerification();
  const go = (
    <Button tone="primary" size="large" onPress={() => void navigate({ to: '/' })}>
      <Trans>Go on</Trans>
    </Button>
  );
  return (
    <IdentityFrame title={t`Confirm your address`}>
      <div className={styles.form} aria-busy={outcome.status === 'asking'}>
        {outcome.status === 'asking' && (
          <p>
            <Trans>One moment…</Trans>
          </p>
        )}
        {outcome.status === 'confirmed' && (
          <Banner tone="ok">
            <Trans>Your address is confirmed.</Trans>
          </Banner>
        )}
        {outcome.status === 'refused' && <Banner tone="bad">{linkSentence(outcome.problem)}</Banner>}
        {outcome.status !== 'asking' && go}
      </div>
    </IdentityFrame>
  );
}

function useVerification(): Outcome {
  const { api, session } = useApp();
  const [outcome, setOutcome] = useState<Outcome>({ status: 'asking' });
  // The link works once: asking twice would answer "used" to the second.
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    verifyEmail(api, tokenInHash())
      .then(() => session.load(true))
      .then(
        () => setOutcome({ status: 'confirmed' }),
        (problem: unknown) => setOutcome({ status: 'refused', problem }),
      );
  }, [api, session]);
  return outcome;
}
