import { expect, test } from 'bun:test'
import { asSystem } from '#/db/access.server.ts'
import { trailOf } from '../../../tests/audit.ts'
import { as, createPerson, createTenant, join } from '../../../tests/people.ts'
import type { GardenPlotFields } from './garden-plot-fields.ts'
import { gardenPlotsPerPage, maxGardenPlots } from './limits.ts'
import { gardenPlot } from './tables.ts'

const fields: GardenPlotFields = {
  // <fields sample>
}
const refused = (code: string) => expect.objectContaining({ code })

// <organization>
async function team() {
  const people = await Promise.all([createPerson(), createPerson(), createPerson()])
  const [owner, member, stranger] = people
  const tenant = await createTenant(owner)
  await join(tenant, member, 'member')
  return {
    tenant,
    owner: as(owner).gardenPlots,
    member: as(member).gardenPlots,
    stranger: as(stranger).gardenPlots,
    here: { organizationSlug: tenant.slug },
  }
}

// <person>
async function twoPeople() {
  const [person, another] = await Promise.all([createPerson(), createPerson()])
  return { person, mine: as(person).gardenPlots, stranger: as(another).gardenPlots }
}

// <end>
/** Inserts rows directly, without the procedures and their limit. */
const addRows = (organizationId: string, number: number) =>
  asSystem('test: add garden plots', (tx) =>
    tx
      .insert(gardenPlot)
      .values(Array.from({ length: number }, () => ({ ...fields, organizationId }))),
  )

// <organization>
test('members create, read and change it, and owners delete it', async () => {
  const { owner, member, here } = await team()
  const { gardenPlotId } = await member.create({ ...here, fields })
  const { updatedAt, ...created } = await member.read({ ...here, gardenPlotId })
  expect(created).toMatchObject({ id: gardenPlotId, ...fields })
  const changed = { ...fields, firstField: 'Another' }
  await owner.update({ ...here, gardenPlotId, updatedAt, fields: changed })
  expect(await member.list(here)).toMatchObject({
    gardenPlots: [{ id: gardenPlotId, ...changed }],
    older: null,
    newer: null,
  })
  await expect(member.remove({ ...here, gardenPlotId })).rejects.toThrow(refused('FORBIDDEN'))
  await owner.remove({ ...here, gardenPlotId })
  await expect(owner.remove({ ...here, gardenPlotId })).rejects.toThrow(refused('NOT_FOUND'))
  expect(await member.list(here)).toMatchObject({ gardenPlots: [] })
})

test('to people outside of the organisation it does not exist', async () => {
  const { member, stranger, here } = await team()
  const elsewhere = await team()
  const { gardenPlotId } = await member.create({ ...here, fields })
  await expect(stranger.list(here)).rejects.toThrow(refused('NOT_FOUND'))
  // A member of another organisation, under the name of that one.
  const mixed = elsewhere.member.read({ ...elsewhere.here, gardenPlotId })
  await expect(mixed).rejects.toThrow(refused('NOT_FOUND'))
  expect(await elsewhere.member.list(elsewhere.here)).toMatchObject({ gardenPlots: [] })
})

test('the audit trail tells who created, changed and deleted it', async () => {
  const { tenant, owner, member, here } = await team()
  const { gardenPlotId } = await member.create({ ...here, fields })
  const { updatedAt } = await member.read({ ...here, gardenPlotId })
  const renamed = { ...fields, firstField: 'Another' }
  await member.update({ ...here, gardenPlotId, updatedAt, fields: renamed })
  await owner.remove({ ...here, gardenPlotId })
  const told = (await trailOf(tenant)).filter(({ subjectId }) => subjectId === gardenPlotId)
  expect(told.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
    { action: 'garden_plot.created', before: null, after: { name: fields.firstField } },
    {
      action: 'garden_plot.changed',
      before: { name: fields.firstField },
      after: { name: 'Another' },
    },
    { action: 'garden_plot.deleted', before: { name: 'Another' }, after: null },
  ])
})
// <person>
test('a person creates, reads, changes and deletes it', async () => {
  const { mine } = await twoPeople()
  const { gardenPlotId } = await mine.create({ fields })
  const { updatedAt, ...created } = await mine.read({ gardenPlotId })
  expect(created).toMatchObject({ id: gardenPlotId, ...fields })
  const changed = { ...fields, firstField: 'Another' }
  await mine.update({ gardenPlotId, updatedAt, fields: changed })
  expect(await mine.list({})).toMatchObject({
    gardenPlots: [{ id: gardenPlotId, ...changed }],
    older: null,
    newer: null,
  })
  await mine.remove({ gardenPlotId })
  await expect(mine.remove({ gardenPlotId })).rejects.toThrow(refused('NOT_FOUND'))
  expect(await mine.list({})).toMatchObject({ gardenPlots: [] })
})

test('for another person it does not exist', async () => {
  const { mine, stranger } = await twoPeople()
  const { gardenPlotId } = await mine.create({ fields })
  const { updatedAt } = await mine.read({ gardenPlotId })
  for (const attempt of [
    () => stranger.read({ gardenPlotId }),
    () => stranger.update({ gardenPlotId, updatedAt, fields }),
    () => stranger.remove({ gardenPlotId }),
  ]) {
    await expect(attempt()).rejects.toThrow(refused('NOT_FOUND'))
  }
  expect(await stranger.list({})).toMatchObject({ gardenPlots: [] })
  expect(await mine.read({ gardenPlotId })).toMatchObject(fields)
})
// <end>

test('an edit of a stale copy is refused, also when two save at the same moment', async () => {
  // <organization>
  const { member: mine, here } = await team()
  // <person>
  const { mine } = await twoPeople()
  // <end>
  const { gardenPlotId } = await mine.create({ ...here, fields })
  const { updatedAt } = await mine.read({ ...here, gardenPlotId })
  const save = () => mine.update({ ...here, gardenPlotId, updatedAt, fields })
  const saved = await Promise.allSettled([save(), save(), save()])
  expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(save()).rejects.toThrow(refused('GARDEN_PLOT_CHANGED'))
})

test('the list is paged by its rows: the same ones in both directions', async () => {
  // <organization>
  const { tenant: owner, member: mine, here } = await team()
  // <person>
  const { person: owner, mine } = await twoPeople()
  // <end>
  await addRows(owner.id, gardenPlotsPerPage + 1)
  const first = await mine.list(here)
  expect(first.gardenPlots).toHaveLength(gardenPlotsPerPage)
  expect(first.newer).toBeNull()
  const second = await mine.list({ ...here, older: first.older ?? undefined })
  expect(second.gardenPlots).toHaveLength(1)
  expect(second.older).toBeNull()
  expect(await mine.list({ ...here, newer: second.newer ?? undefined })).toEqual(first)
  // An old link to a page that has no rows any more.
  const oldest = second.gardenPlots[0]?.id
  expect(await mine.list({ ...here, older: oldest })).toEqual(first)
})

test('at the limit another is refused, also when two are created at the same moment', async () => {
  // <organization>
  const { tenant: owner, member: mine, here } = await team()
  // <person>
  const { person: owner, mine } = await twoPeople()
  // <end>
  await addRows(owner.id, maxGardenPlots - 1)
  const create = () => mine.create({ ...here, fields })
  const created = await Promise.allSettled([create(), create()])
  expect(created.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(create()).rejects.toMatchObject({
    code: 'GARDEN_PLOTS_FULL',
    data: { limit: maxGardenPlots },
  })
})
