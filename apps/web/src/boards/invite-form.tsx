import { useLingui } from '@lingui/react/macro';
import type { BoardRole } from '@talka/domain/boards';
import { LIMITS } from '@talka/domain/kernel';
import { useState, type SubmitEvent } from 'react';
import { useApp } from '../app/app-context.ts';
import { problemSentence } from '../app/problem-sentence.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toast-queue.ts';
import { useBoardSession } from './board-context.ts';
import { roleOptions } from './role-options.ts';
import { invite } from './team-api.ts';
import styles from './team-dialog.module.css';

/** As loose as addresses are: something, an at sign, a name with a dot or a machine's name. The server decides. */
const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** Adds someone by e-mail address: at once when Talka knows them, by an invitation otherwise. */
export function InviteForm({ onInvited }: { readonly onInvited: () => void }) {
  const { t } = useLingui();
  const { api } = useApp();
  const { boardId } = useBoardSession();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<BoardRole>('member');
  const [error, setError] = useState<string>();
  const [isSending, setSending] = useState(false);

  const send = async () => {
    setSending(true);
    try {
      const status = await invite(api, boardId, { email: email.trim(), role });
      showToast(status === 'joined' ? t`${email} is on the board now.` : t`An invitation is on its way to ${email}.`);
      setEmail('');
      onInvited();
    } catch (problem) {
      setError(problemSentence(problem));
    } finally {
      setSending(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!ADDRESS.test(email.trim())) return setError(t`Write an e-mail address like name@example.com.`);
    setError(undefined);
    void send();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t`E-mail address`}
        type="email"
        autoComplete="off"
        autoCapitalize="off"
        maxLength={LIMITS.email}
        placeholder={t`name@example.com`}
        value={email}
        onChange={setEmail}
        error={error}
      />
      <Select label={t`Role`} options={roleOptions()} value={role} onChange={setRole} />
      <Button type="submit" tone="primary" isPending={isSending}>{t`Invite`}</Button>
    </form>
  );
}
