/** A thousand tenants with a hundred published jobs each, and a million applications to them. */
import pg from 'pg'

export const tenants = 1_000
const jobsEach = 100
export const applications = tenants * jobsEach * 10
const candidates = 100_000

/** As the app would make them: ordered by time. */
const uuid = (kind: string, number: string) =>
  `('01900000-0000-7000-${kind}-' || lpad(to_hex(${number}), 12, '0'))::uuid`

export const ids = {
  tenant: (number: number) => `tenant-${number}`,
  owner: (tenant: number) => `owner-${tenant}`,
  job: (tenant: number, number: number) => uuidOf('8000', tenant * jobsEach + number),
  application: (number: number) => uuidOf('8001', number),
}
const uuidOf = (kind: string, number: number) =>
  `01900000-0000-7000-${kind}-${number.toString(16).padStart(12, '0')}`

const words =
  'backend frontend platform data security mobile payments research typescript postgres kubernetes golang react python terraform kafka'.split(
    ' ',
  )
const word = (number: string) =>
  `(array[${words.map((one) => `'${one}'`).join(',')}])[1 + (${number}) % ${words.length}]`

/** Without triggers, as an administrator: the rows are right, and it takes a minute at most. */
export async function fillDatabase(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  const isFull = await client.query("select from pg_roles where rolname = 'loam_bypass'")
  if (isFull.rowCount !== 0) return client.end()
  await client.query(`
    set session_replication_role = replica;
    set synchronous_commit = off;
    create role loam_bypass login bypassrls;
    grant app_system to loam_bypass;
    insert into "user" (id, name, email)
      select 'owner-' || t, 'Robin Berg', 'owner-' || t || '@people.example'
      from generate_series(0, ${tenants - 1}) t;
    insert into "user" (id, name, email)
      select 'candidate-' || c, 'Kim Sommer', 'candidate-' || c || '@people.example'
      from generate_series(0, ${candidates - 1}) c;
    insert into organization (id, name, slug)
      select 'tenant-' || t, 'Tenant ' || t, 'tenant-' || t from generate_series(0, ${tenants - 1}) t;
    insert into member (id, organization_id, user_id, role)
      select 'member-' || t, 'tenant-' || t, 'owner-' || t, 'owner'
      from generate_series(0, ${tenants - 1}) t;
    insert into file (id, user_id, storage_key, name, content_type, size_bytes, status)
      select ${uuid('8002', 'c')}, 'candidate-' || c, 'cv/' || c, 'cv.pdf', 'application/pdf', 90000, 'ready'
      from generate_series(0, ${candidates - 1}) c;
    insert into job (id, organization_id, slug, status, title, summary, description, department,
        location, country, workplace, employment_type, skills, salary_min, salary_max, published_at)
      select ${uuid('8000', 'j')}, 'tenant-' || j / ${jobsEach}, 'job-' || j, 'published',
        initcap(${word('j')}) || ' engineer ' || j % 977,
        'Build the ' || ${word('j / 3')} || ' systems of a growing bakery chain.',
        repeat('You design with ' || ${word('j / 5')} || ' and run ' || ${word('j / 7')} || '. ', 8),
        initcap(${word('j / 11')}), 'Berlin', (array['DE','AT','PT','FR'])[1 + j % 4],
        (array['onsite','hybrid','remote'])[1 + j % 3],
        (array['full_time','part_time','contract'])[1 + j / 2 % 3],
        array[${word('j / 5')}, ${word('j / 7')}], 50000 + j % 40 * 1000, 70000 + j % 40 * 1000,
        now() - j * interval '10 seconds'
      from generate_series(0, ${tenants * jobsEach - 1}) j;
    insert into application (id, organization_id, job_id, user_id, file_id, candidate_name,
        candidate_email, cover_note, status, created_at)
      select ${uuid('8001', 'a')}, 'tenant-' || a / ${jobsEach * 10}, ${uuid('8000', 'a / 10')},
        'candidate-' || c, ${uuid('8002', 'c')}, 'Kim Sommer', 'candidate-' || c || '@people.example',
        'I have baked and written software for ten years.',
        (array['new','new','in_review','interview','offer','hired','rejected'])[1 + a % 7],
        now() - a % 997 * interval '1 minute'
      from (select a, a::bigint * 7919 % ${candidates} as c from generate_series(0, ${applications - 1}) a) s`)
  await client.query('vacuum analyze')
  await client.end()
}
