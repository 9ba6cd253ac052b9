import { beforeAll, expect, test } from 'bun:test'
import { asSystem } from '#/db/access.server.ts'
import { job } from './tables.ts'
import { organizationProfile } from '#/db/schema/organizations.ts'
import { as, createPerson, createTenant, type Tenant } from '../../../tests/people.ts'
import { renderMarkdown } from './render-markdown.server.ts'

let tenant: Tenant

const publish = async (columns: Partial<typeof job.$inferInsert>) => {
  const id = Bun.randomUUIDv7()
  const row = {
    id,
    organizationId: tenant.id,
    slug: `job-${id}`,
    status: 'published' as const,
    title: 'Potter',
    summary: 'Make pots.',
    description: '## Clay\n\n- red\n- white',
    location: 'Delft',
    country: 'NL',
    workplace: 'onsite' as const,
    employmentType: 'full_time' as const,
    publishedAt: new Date(),
    ...columns,
  }
  await asSystem('test: publish a job', (tx) => tx.insert(job).values(row))
  return row
}
const read = (slug: string) => as(null).jobs.read({ slug })

beforeAll(async () => {
  tenant = await createTenant(await createPerson(), 'Kiln')
})

test('a job comes with its company, its text as HTML and jobs that share its skills', async () => {
  const skill = `glazing-${tenant.id}`
  const [wanted, near] = [
    await publish({ skills: [skill, 'x'], salaryMin: 40_000 }),
    await publish({ title: 'Glazer', skills: [skill] }),
  ]
  await publish({ title: 'Draft glazer', skills: [skill], status: 'draft' })
  const found = await read(wanted.slug)
  expect(found.descriptionHtml).toBe('<h2>Clay</h2><ul><li>red</li><li>white</li></ul>')
  expect(found.salary).toEqual({ min: 40_000, max: 40_000, currency: 'EUR', period: 'year' })
  expect(found.company).toEqual({
    name: 'Kiln',
    slug: tenant.slug,
    about: '',
    website: null,
    location: null,
    industry: null,
  })
  expect(found.similar.map(({ slug }) => slug)).toEqual([near.slug])
})

test('a company address that is not a web address is not handed out', async () => {
  const { slug } = await publish({})
  await asSystem('test: write a profile', (tx) =>
    tx
      .insert(organizationProfile)
      .values({ organizationId: tenant.id, website: 'javascript:alert(1)' }),
  )
  expect((await read(slug)).company.website).toBeNull()
})

test.each([
  ['closed', { status: 'closed' as const }],
  ['past its date', { closesAt: new Date(Date.now() - 1000) }],
])('one that is %s is gone, and says what it was', async (_, columns) => {
  const { slug } = await publish(columns)
  expect(read(slug)).rejects.toMatchObject({
    code: 'JOB_CLOSED',
    status: 410,
    data: { title: 'Potter', company: 'Kiln' },
  })
})

test('one that was closed before it was ever published does not exist', async () => {
  const { slug } = await publish({ status: 'closed', publishedAt: null })
  expect(read(slug)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test.each(['nope', "' or 1=1 --", '../../etc/passwd', '%00', 'x'.repeat(9999)])(
  'an unknown address is not found: %j',
  (slug) => {
    expect(read(slug)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  },
)

test.each([
  ['<script>alert(1)</script>'],
  ['<img src=x onerror=alert(1)>'],
  ['[x](javascript:alert(1))'],
  ['[x](JaVaScRiPt:alert(1))'],
  ['[x](data:text/html,<script>alert(1)</script>)'],
  ['[x](vbscript:x)'],
  ['<javascript:alert(1)>'],
  ['![x](https://tracker.example/p.png)'],
  ['[x](https://a.example "\\" onmouseover=alert(1) x=\\"")'],
  ['[x](https://a.example/"onmouseover="alert(1))'],
  ['```html\n<script>alert(1)</script>\n```'],
  ['`<script>`'],
  ['&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['# <svg/onload=alert(1)>'],
  ['| <b>a</b> |\n|---|\n| <i onclick=x>b</i> |'],
  ['a <div onclick="x">\n\n</div><!-- c --> <?php ?> <![CDATA[x]]>'],
])('no markup of a stranger survives: %s', (markdown) => {
  const html = renderMarkdown(markdown)
  const allowed =
    /<\/?(p|h[234]|strong|em|del|code|pre|blockquote|ul|ol|li|hr|table|thead|tbody|tr|th|td)>|<a href="(https?:\/\/|mailto:)[^"<>]*" rel="nofollow ugc noopener">|<\/a>/g
  expect(html.replaceAll(allowed, '')).not.toMatch(/[<>]/)
  expect(html).not.toMatch(/href="(?!https?:|mailto:)/i)
  expect(html).not.toContain('tracker.example')
})

test('deeply nested text is rendered in reasonable time', () => {
  const started = performance.now()
  for (const nested of [
    '>'.repeat(5000),
    '['.repeat(20_000),
    '*a '.repeat(10_000),
    '- '.repeat(5000),
  ]) {
    renderMarkdown(`${nested}x`)
  }
  expect(performance.now() - started).toBeLessThan(2000)
})
