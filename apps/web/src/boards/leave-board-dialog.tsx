import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../ui/button.tsx';
import { DialogBody, DialogFooter } from '../ui/dialog-parts.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useRun } from './use-run.ts';

interface LeaveBoardDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asked first, because only others can take it back. */
export function LeaveBoardDialog({ isOpen, onClose }: LeaveBoardDialogProps) {
  const { t } = useLingui();
  const run = useRun();
  const leave = () => {
    run('member.leave', {});
    onClose();
  };
  return (
    <Dialog title={t`Leave this board?`} isOpen={isOpen} onClose={onClose} closeLabel={t`Close`} width="narrow">
      <DialogBody>
        <p>
          <Trans>What you wrote stays under your name. A Board Admin can invite you again.</Trans>
        </p>
      </DialogBody>
      <DialogFooter>
        <Button onPress={onClose}>{t`Stay`}</Button>
        <Button tone="danger" onPress={leave}>{t`Leave board`}</Button>
      </DialogFooter>
    </Dialog>
  );
}
