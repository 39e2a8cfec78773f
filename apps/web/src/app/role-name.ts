import { t } from '@lingui/core/macro';

/** What a role is called, in the person's language. */
export function roleName(role: string): string {
  switch (role) {
    case 'visitor':
      return t`Visitor`;
    case 'member':
      return t`Team Member`;
    case 'admin':
      return t`Board Admin`;
    case 'account-admin':
      return t`Account admin`;
    case 'account-owner':
      return t`Account owner`;
    default:
      return t`Viewer`;
  }
}
