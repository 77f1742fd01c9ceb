import { anonymousActor, type Actor } from '#platform/kernel';
import { guestPermissions } from './permissions.js';

/** Who acts when a guest does. @param guestId  once something proved that it is her @rule S-40 */
export const guestActor = (guestId: string): Actor => ({
  ...anonymousActor,
  kind: 'guest',
  personId: guestId,
  permissions: guestPermissions,
  label: `guest ${guestId}`,
});
