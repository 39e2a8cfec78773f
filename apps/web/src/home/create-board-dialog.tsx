import { Trans, useLingui } from '@lingui/react/macro';
import type { TemplateId } from '@talka/domain/boards';
import { LIMITS } from '@talka/domain/kernel';
import { type SubmitEvent, useState } from 'react';
import { useSession } from '../app/app-context.ts';
import { Button } from '../ui/button.tsx';
import { DialogBody, DialogFooter } from '../ui/dialog-parts.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './create-board-dialog.module.css';
import { TemplateChoice } from './template-choice.tsx';
import { templateName } from './template-words.ts';

export interface BoardWish {
  readonly name: string;
  readonly template: TemplateId;
  readonly accountId: string;
}

interface CreateBoardDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onCreate: (wish: BoardWish) => void;
}

/** Template, name, and the account it goes to when there is a choice. */
export function CreateBoardDialog({ isOpen, onClose, onCreate }: CreateBoardDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Create new board`} closeLabel={t`Close`} width="wide" isOpen={isOpen} onClose={onClose}>
      <CreateBoardForm onClose={onClose} onCreate={onCreate} />
    </Dialog>
  );
}

type FormProps = Pick<CreateBoardDialogProps, 'onClose' | 'onCreate'>;

function CreateBoardForm({ onClose, onCreate }: FormProps) {
  const { t } = useLingui();
  const { accounts } = useSession();
  const [template, setTemplate] = useState<TemplateId>('basic');
  // Until a name is written, the board is called as its template is.
  const [ownName, setOwnName] = useState<string | null>(null);
  const [accountId, setAccountId] = useState(accounts[0]?.id ?? '');
  const name = ownName ?? templateName(template);
  const [isTried, setTried] = useState(false);
  const error = isTried && name.trim() === '' ? t`Give the board a name.` : undefined;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '') onCreate({ name: name.trim(), template, accountId });
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <DialogBody>
        <TemplateChoice value={template} onChange={setTemplate} />
        <div className={styles.fields}>
          <TextField
            label={t`Board name`}
            autoComplete="off"
            maxLength={LIMITS.boardName}
            value={name}
            onChange={setOwnName}
            onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
            error={error}
          />
          {accounts.length > 1 && (
            <Select
              label={t`Account`}
              options={accounts.map((account) => ({ value: account.id, label: account.name }))}
              value={accountId}
              onChange={setAccountId}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" tone="primary">
          <Trans>Create board</Trans>
        </Button>
      </DialogFooter>
    </form>
  );
}
