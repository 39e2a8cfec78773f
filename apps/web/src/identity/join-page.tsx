import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useApp, useSessionState } from '../app/app-context.ts';
import { problemSentence } from '../app/problem-sentence.ts';
import { roleName } from '../app/role-name.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { draftEmail } from './draft-email.ts';
import { acceptInvitation, type Invitation, lookAtInvitation } from './identity-api.ts';
import { IdentityFrame } from './identity-frame.tsx';
import styles from './identity-frame.module.css';
import { linkSentence } from './link-sentence.ts';
import { tokenInHash } from './token-in-hash.ts';
import { useSubmit } from './use-submit.ts';

type Look =
  | { readonly status: 'looking' }
  | { readonly status: 'found'; readonly invitation: Invitation }
  | { readonly status: 'refused'; readonly problem: unknown };

/** An invitation to a board: who, to what, as what; then in. */
export function JoinPage() {
  const { t } = useLingui();
  const [token] = useState(tokenInHash);
  const look = useLook(token);
  if (look.status === 'found') return <InvitationCard token={token} invitation={look.invitation} />;
  return (
    <IdentityFrame title={t`Your invitation`}>
      <div className={styles.form}>
        {look.status === 'refused' && <Banner tone="bad">{linkSentence(look.problem)}</Banner>}
        {look.status === 'looking' && <Skeleton height={44} />}
        {look.status === 'refused' && (
          <Link to="/">
            <Trans>Go to Home</Trans>
          </Link>
        )}
      </div>
    </IdentityFrame>
  );
}

interface InvitationCardProps {
  readonly token: string;
  readonly invitation: Invitation;
}

function InvitationCard({ token, invitation }: InvitationCardProps) {
  const state = useSessionState();
  const { inviterName, boardName } = invitation;
  const role = roleName(invitation.role);
  const lead = (
    <Trans>
      <bdi>{inviterName}</bdi> invites you to work on this board as <strong>{role}</strong>.
    </Trans>
  );
  return (
    <IdentityFrame title={boardName} lead={lead}>
      {state.status === 'signed-in' ? (
        <Accept token={token} userName={state.session.user.name} />
      ) : (
        <Enter token={token} email={invitation.email} />
      )}
    </IdentityFrame>
  );
}

function Accept({ token, userName }: { readonly token: string; readonly userName: string }) {
  const { api } = useApp();
  const navigate = useNavigate();
  const { isPending, problem, submit } = useSubmit(async () => {
    const boardId = await acceptInvitation(api, token);
    await navigate({ to: '/b/$boardId', params: { boardId }, replace: true });
  });
  return (
    <div className={styles.buttons}>
      {problem !== null && <Banner tone="bad">{problemSentence(problem)}</Banner>}
      <Button tone="primary" size="large" isPending={isPending} onPress={submit}>
        <Trans>Join as {userName}</Trans>
      </Button>
    </div>
  );
}

function Enter({ token, email }: { readonly token: string; readonly email: string }) {
  const navigate = useNavigate();
  const search = { back: `/join#${encodeURIComponent(token)}` };
  const go = (to: '/sign-in' | '/sign-up') => {
    draftEmail.set(email);
    void navigate({ to, search });
  };
  return (
    <div className={styles.buttons}>
      <Button tone="primary" size="large" onPress={() => go('/sign-up')}>
        <Trans>Sign up and join</Trans>
      </Button>
      <Button size="large" onPress={() => go('/sign-in')}>
        <Trans>I have an account: sign in</Trans>
      </Button>
    </div>
  );
}

function useLook(token: string): Look {
  const { api, session } = useApp();
  const [look, setLook] = useState<Look>({ status: 'looking' });
  useEffect(() => {
    let isGone = false;
    const show = (next: Look) => {
      if (!isGone) setLook(next);
    };
    Promise.all([lookAtInvitation(api, token), session.load()]).then(
      ([invitation]) => show({ status: 'found', invitation }),
      (problem: unknown) => show({ status: 'refused', problem }),
    );
    return () => {
      isGone = true;
    };
  }, [api, session, token]);
  return look;
}
