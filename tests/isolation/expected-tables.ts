/**
 * Who may do what with which rows: the expectations, written by hand and read in a review; a run of
 * tables.test.ts compares them with what Postgres really lets each of them do.
 *
 *   r  the row is there for them   u  they can change it   d  they can delete it
 *   c  they can add a row like this ("+" lines)            -  nothing of all that
 *   x  a change is refused, because the row may not become anything else
 *
 * `grants` are the verbs and columns of app_user. `becomes` says what a change may make of a column
 * where that is less than all; a column with an id, when it can be changed at all.
 *
 * Who they are says world.ts. The first eight have no business with A: what they see is their own,
 * public, or B's.
 */
import type { TableName } from './rows.ts'

type Expected = {
  grants: string
  grid: string
  /** Column -> who, by name -> values. */
  becomes?: Record<string, Record<string, string>>
}

export const expectedTables: Record<TableName, Expected> = {
  account: {
    grants: '',
    grid: `
                         nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      the candidate's    -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's  -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  application: {
    grants: 'select, insert, update (status, updated_at)',
    grid: `
                                                           nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      to A                                                 -       -        -         -      -         -     -        -         ru         ru      ru     ru
      to A, withdrawn                                      -       -        -         -      -         -     -        -         r          r       r      r
      to B                                                 -       -        ru        ru     -         ru    -        -         -          -       -      -
      + the candidate's                                    -       -        -         -      -         -     -        -         c          -       -      -
      + the candidate's, hired already                     -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, to a draft                        -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, to A's job in B's name            -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, with the stranger's file          -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, with a file that was not checked  -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, with the stranger's review        -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, from another address              -       -        -         -      -         -     -        -         -          -       -      -
      + the stranger's                                     -       -        c         -      -         -     -        -         -          -       -      -
    `,
    becomes: {
      status: {
        'stranger candidate': 'withdrawn',
        'rival both member admin owner': 'new in_review interview offer hired rejected',
      },
    },
  },
  applicationEvent: {
    grants: 'select, insert',
    grid: `
                                                nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      to A, by the candidate                    -       -        -         -      -         -     -        -         r          r       r      r
      to A, by who was removed                  -       -        -         -      -         -     -        -         r          r       r      r
      to B                                      -       -        r         r      -         r     -        -         -          -       -      -
      + the member's, as it is                  -       -        -         -      -         -     -        -         -          c       -      -
      + the member's, of a step not taken       -       -        -         -      -         -     -        -         -          -       -      -
      + the admin's, as it is                   -       -        -         -      -         -     -        -         -          -       c      -
      + the candidate's, of a recruiter's step  -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, of the withdrawal      -       -        -         -      -         -     -        -         c          -       -      -
      + the member's, in B's name               -       -        -         -      -         -     -        -         -          -       -      -
      + B's owner's, in A's name                -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  auditChain: {
    grants: '',
    grid: `
              nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      of A    -       -        -         -      -         -     -        -         -          -       -      -
      + of A  -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  auditEvent: {
    grants: 'select',
    grid: `
              nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      of A    -       -        -         -      -         -     -        -         -          -       r      r
      of B    -       -        -         r      -         r     -        -         -          -       -      -
      + of A  -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  chat: {
    grants: 'select, insert, update (title, active_reply_id, updated_at), delete',
    grid: `
                                                     nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      the candidate's, about A's job                 -       -        -         -      -         -     -        -         rud        -       -      -
      the visitor's, about A's job                   -       rud      -         -      -         -     -        -         -          -       -      -
      the stranger's, about B's job                  -       -        rud       -      -         -     -        -         -          -       -      -
      + the candidate's                              -       -        -         -      -         -     -        -         c          -       -      -
      + the candidate's, with an answer in progress  -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, about a draft of A          -       -        -         -      -         -     -        -         -          -       -      -
      + the member's, about a draft of A             -       -        -         -      -         -     -        -         -          -       -      -
      + the visitor's                                -       c        -         -      -         -     -        -         -          -       -      -
      + another visitor's                            -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  chatMessage: {
    grants: 'select, insert, update (status, updated_at), delete',
    grid: `
                                                               nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      in the candidate's                                       -       -        -         -      -         -     -        -         rd         -       -      -
      an answer in the candidate's                             -       -        -         -      -         -     -        -         rud        -       -      -
      in the visitor's                                         -       rd       -         -      -         -     -        -         -          -       -      -
      in the stranger's                                        -       -        rd        -      -         -     -        -         -          -       -      -
      + a question in the candidate's                          -       -        -         -      -         -     -        -         c          -       -      -
      + a question in the candidate's, not finished            -       -        -         -      -         -     -        -         -          -       -      -
      + a question in the candidate's, empty and not finished  -       -        -         -      -         -     -        -         -          -       -      -
      + an answer in the candidate's, begun                    -       -        -         -      -         -     -        -         c          -       -      -
      + an answer in the candidate's, begun with words         -       -        -         -      -         -     -        -         -          -       -      -
      + an answer in the candidate's, finished                 -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, in the stranger's chat                -       -        -         -      -         -     -        -         -          -       -      -
      + the stranger's, in the candidate's chat                -       -        -         -      -         -     -        -         -          -       -      -
      + a question in the visitor's                            -       c        -         -      -         -     -        -         -          -       -      -
    `,
    becomes: {
      status: {
        candidate: 'writing',
      },
    },
  },
  cvReview: {
    grants: 'select, insert, update (status, failure, finished_at), delete',
    grid: `
                                                 nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      handed in to A                             -       -        -         -      -         -     -        -         rx         r       r      r
      withdrawn from A                           -       -        -         -      -         -     -        -         rx         -       -      -
      kept by the candidate                      -       -        -         -      -         -     -        -         rxd        -       -      -
      running, for the candidate                 -       -        -         -      -         -     -        -         rud        -       -      -
      the stranger's                             -       -        rx        r      -         r     -        -         -          -       -      -
      + of the candidate's file                  -       -        -         -      -         -     -        -         c          -       -      -
      + of the candidate's file, done            -       -        -         -      -         -     -        -         -          -       -      -
      + of the candidate's file, with a score    -       -        -         -      -         -     -        -         -          -       -      -
      + of the candidate's file, with words      -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, of the stranger's file  -       -        -         -      -         -     -        -         -          -       -      -
      + of the stranger's file                   -       -        c         -      -         -     -        -         -          -       -      -
    `,
    becomes: {
      status: {
        candidate: 'failed',
      },
    },
  },
  file: {
    grants: 'select, insert, delete',
    grid: `
                                                    nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      handed in to A                                -       -        -         -      -         -     -        -         r          r       r      r
      withdrawn from A                              -       -        -         -      -         -     -        -         r          -       -      -
      kept by the candidate                         -       -        -         -      -         -     -        -         rd         -       -      -
      not checked yet, for the candidate            -       -        -         -      -         -     -        -         rd         -       -      -
      the stranger's                                -       -        r         r      -         r     -        -         -          -       -      -
      + the candidate's                             -       -        -         -      -         -     -        -         c          -       -      -
      + the candidate's, ready                      -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, with a checksum            -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, with a time of the check   -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, with the stranger's bytes  -       -        -         -      -         -     -        -         -          -       -      -
      + the stranger's                              -       -        c         -      -         -     -        -         -          -       -      -
    `,
  },
  invitation: {
    grants: 'select',
    grid: `
              nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      to A    -       -        -         -      -         -     -        -         -          -       r      r
      to B    -       -        -         r      -         r     -        -         -          -       -      -
      + to A  -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  job: {
    grants:
      'select, insert, update (slug, status, title, summary, description, department, location, country, workplace, employment_type, skills, salary_min, salary_max, salary_currency, salary_period, published_at, closes_at, updated_at), delete',
    grid: `
                               nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      draft of A               -       -        -         -      -         -     -        -         -          ru      rud    rud
      published by A           r       r        r         r      r         r     r        r         r          ru      rud    rud
      published by A, too      r       r        r         r      r         r     r        r         r          ru      rud    rud
      closed by A              -       -        -         -      -         -     -        -         -          ru      rud    rud
      draft of B               -       -        -         rud    -         rud   -        -         -          -       -      -
      closed by B              -       -        -         rud    -         rud   -        -         -          -       -      -
      + a draft for A          -       -        -         -      -         -     -        -         -          c       c      c
      + a published one for A  -       -        -         -      -         -     -        -         -          c       c      c
      + a draft for B          -       -        -         c      -         c     -        -         -          -       -      -
    `,
  },
  member: {
    grants: 'select',
    grid: `
                             nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      a member of A          -       -        -         -      -         -     -        -         -          r       r      r
      an admin of A          -       -        -         -      -         -     -        -         -          r       r      r
      the owner of A         -       -        -         -      -         -     -        -         -          r       r      r
      of both, in A          -       -        -         -      -         r     -        -         -          r       r      r
      of both, in B          -       -        -         r      -         r     -        -         -          -       -      -
      the owner of B         -       -        -         r      r         r     -        -         -          -       -      -
      + the stranger to A    -       -        -         -      -         -     -        -         -          -       -      -
      + the owner of B to A  -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  modelCall: {
    grants: 'select',
    grid: `
                                      nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      the candidate's, about A's job  -       -        -         -      -         -     -        -         r          -       -      -
      + the candidate's               -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  organization: {
    grants: 'select (id, name, slug, logo, created_at)',
    grid: `
                         nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      A, which hires     r       r        r         r      r         r     r        r         r          r       r      r
      B, which does not  -       -        -         r      r         r     -        -         -          -       -      -
      + an organisation  -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  organizationProfile: {
    grants: 'select, insert, update',
    grid: `
             nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      A's    r       r        r         r      r         r     r        r         r          r       ru     ru
      B's    -       -        -         ru     -         ru    -        -         -          -       -      -
      + A's  -       -        -         -      -         -     -        -         -          -       c      c
      + B's  -       -        -         c      -         c     -        -         -          -       -      -
    `,
  },
  rateLimit: {
    grants: '',
    grid: `
                    nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      an attempt    -       -        -         -      -         -     -        -         -          -       -      -
      + an attempt  -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  session: {
    grants: '',
    grid: `
                         nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      the candidate's    -       -        -         -      -         -     -        -         -          -       -      -
      the stranger's     -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's  -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  stripeEvent: {
    grants: '',
    grid: `
                 nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      about A    -       -        -         -      -         -     -        -         -          -       -      -
      + about A  -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  subscription: {
    grants: 'select',
    grid: `
                         nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      A's                -       -        -         -      -         -     -        -         -          -       r      r
      the candidate's    -       -        -         -      -         -     -        -         r          -       -      -
      B's                -       -        -         r      -         r     -        -         -          -       -      -
      + A's              -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's  -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  usageCounter: {
    grants: '',
    grid: `
                         nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      A's                -       -        -         -      -         -     -        -         -          -       -      -
      the candidate's    -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's  -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  user: {
    grants: 'select (id, name, email, email_verified, image, locale, created_at)',
    grid: `
                              nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      a candidate of A        -       -        -         -      -         -     -        -         r          -       -      -
      a stranger              -       -        r         -      -         -     -        -         -          -       -      -
      a member of A           -       -        -         -      -         -     -        -         -          r       r      r
      an admin of A           -       -        -         -      -         -     -        -         -          r       r      r
      the owner of A          -       -        -         -      -         -     -        -         -          r       r      r
      who was removed from A  -       -        -         -      -         -     r        -         -          -       -      -
      a member of both        -       -        -         r      -         r     -        -         -          r       r      r
      the owner of B          -       -        -         r      r         r     -        -         -          -       -      -
      a platform admin        -       -        -         -      -         -     -        r         -          -       -      -
      + an account            -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
  verification: {
    grants: '',
    grid: `
                         nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      the candidate's    -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's  -       -        -         -      -         -     -        -         -          -       -      -
    `,
  },
}
