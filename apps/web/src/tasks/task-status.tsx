import type { TaskStatus as Status } from '@talka/domain/tasks';
import { StatusChip } from '../ui/status-chip.tsx';
import { statusHue, statusName } from './status-name.ts';

/** A status as its chip; Blocked stands out of the others. */
export function TaskStatus({ status }: { readonly status: Status }) {
  return (
    <StatusChip hue={statusHue(status)} isStrong={status === 'blocked'} isPlain={status === 'normal'}>
      {statusName(status)}
    </StatusChip>
  );
}
