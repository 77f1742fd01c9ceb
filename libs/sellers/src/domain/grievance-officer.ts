import { z } from 'zod';

/** Who answers in a shop for complaints, as everybody may read it. @rule */
export const grievanceOfficer = z.object({
  name: z.string(),
  designation: z.string(),
  /** `+919…` */
  phone: z.string(),
  email: z.string(),
});
export type GrievanceOfficer = z.infer<typeof grievanceOfficer>;
