import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../ui/button.tsx';
import { MessagePage } from './message-page.tsx';

export function NotFoundPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const home = (
    <Button tone="primary" onPress={() => void navigate({ to: '/' })}>
      <Trans>Go to Home</Trans>
    </Button>
  );
  return (
    <MessagePage title={t`There is nothing here`} action={home}>
      <Trans>The address may be mistyped, or what was here isn't shared with you any more.</Trans>
    </MessagePage>
  );
}
