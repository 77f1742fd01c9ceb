import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('platform', {
  dead_job_unknown: {
    status: 404,
    rule: 'S-14',
    says: (f: { id: string }) => `There is no dead job ${f.id}: it was replayed already, or never was.`,
    next: 'List the dead jobs again.',
  },
});
