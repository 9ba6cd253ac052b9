/**
 * What could be forgotten or weakened in the database, one thing at a time, generated from Postgres'
 * own catalogue: so a new table, policy or function has its mutants the day it is written.
 */
import type { PGlite } from '@electric-sql/pglite'
import { z } from 'zod'
import { weakened } from './weaken-expression.ts'

export type Mutant = {
  /** The same from run to run, as long as what it changes has its name. */
  name: string
  /** Whose rows it is about; null when it may be all of them. */
  table: string | null
  apply: string
  /** Null when it cannot be taken back in the same database. */
  undo: string | null
}

const text = z.string()
const textOrNull = z.string().nullable()

async function rows<Shape extends z.ZodRawShape>(pglite: PGlite, shape: Shape, query: string) {
  return z.array(z.object(shape)).parse((await pglite.query(query)).rows)
}

/** `access` gives every role again exactly what its policies allow (db/migrate.ts). */
export async function catalogueMutants(pglite: PGlite, access: string): Promise<Mutant[]> {
  return [
    ...(await policyMutants(pglite, access)),
    ...(await tableMutants(pglite)),
    ...(await grantMutants(pglite, access)),
    ...(await roleMutants(pglite)),
    ...(await functionMutants(pglite)),
    ...(await constraintMutants(pglite)),
    ...(await triggerMutants(pglite)),
  ]
}

async function policyMutants(pglite: PGlite, access: string): Promise<Mutant[]> {
  const policies = await rows(
    pglite,
    { table: text, name: text, roles: text, cmd: text, qual: textOrNull, check: textOrNull },
    `select quote_ident(tablename) as "table", policyname as name, array_to_string(roles, ', ') as roles,
       cmd, qual, with_check as "check" from pg_policies where schemaname = 'public' order by 1, 2`,
  )
  return policies.flatMap(({ table, name, roles, cmd, qual, check }) => {
    const on = `"${name}" on ${table}`
    const clauses = [qual && `using (${qual})`, check && `with check (${check})`].filter(Boolean)
    const create = `create policy ${on} for ${cmd} to ${roles} ${clauses.join(' ')}`
    const about = (what: string) => `policy ${name}: ${what}`
    const change = (what: string, apply: string, undo: string): Mutant => ({
      name: about(what),
      table,
      apply: `alter policy ${on} ${apply}`,
      undo: `alter policy ${on} ${undo}`,
    })
    const found: Mutant[] = [
      { name: about('dropped'), table, apply: `drop policy ${on}`, undo: create },
    ]
    for (const [clause, expression] of [
      ['using', qual],
      ['with check', check],
    ] as const) {
      if (expression === null || expression === 'true') continue
      for (const { what, instead } of weakened(expression)) {
        found.push(
          change(`${clause}, ${what}`, `${clause} (${instead})`, `${clause} (${expression})`),
        )
      }
    }
    // Whoever writes a policy for the wrong role gets the grants that go with it.
    const other = roles === 'app_user' ? 'public' : 'app_user'
    found.push({
      name: about(`also for ${other}`),
      table,
      apply: `alter policy ${on} to ${roles}, ${other}; ${access}`,
      undo: `alter policy ${on} to ${roles}; ${access}`,
    })
    return found
  })
}

async function tableMutants(pglite: PGlite): Promise<Mutant[]> {
  const tables = await rows(
    pglite,
    { table: text },
    `select oid::regclass::text as "table" from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  return tables.flatMap(({ table }) => {
    const alter = (what: string) => `alter table ${table} ${what}`
    return [
      {
        name: `table ${table}: row-level security disabled`,
        table,
        apply: alter('disable row level security'),
        undo: alter('enable row level security'),
      },
      {
        name: `table ${table}: not forced`,
        table,
        apply: alter('no force row level security'),
        undo: alter('force row level security'),
      },
      {
        name: `table ${table}: owned by app_user`,
        table,
        apply: alter('owner to app_user'),
        undo: null,
      },
    ]
  })
}

/** Each verb that a role was not given, and each column of those that it was given in part. */
async function grantMutants(pglite: PGlite, access: string): Promise<Mutant[]> {
  const tables = await rows(
    pglite,
    { table: text, role: text, verb: text },
    `select c.oid::regclass::text as "table", r.role, v.verb from pg_class c
     cross join unnest(array['app_user', 'app_system', 'app_audit']) r (role)
     cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) v (verb)
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not has_table_privilege(r.role, c.oid, v.verb)
     order by 1, 2, 3`,
  )
  const columns = await rows(
    pglite,
    { table: text, role: text, verb: text, column: text },
    `select c.oid::regclass::text as "table", r.role, v.verb, quote_ident(a.attname) as "column"
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     cross join unnest(array['app_user', 'app_system', 'app_audit']) r (role)
     cross join unnest(array['select', 'insert', 'update']) v (verb)
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and has_any_column_privilege(r.role, c.oid, v.verb)
       and not has_column_privilege(r.role, c.oid, a.attname, v.verb)
     order by 1, 2, 3, 4`,
  )
  return [
    ...tables.map(({ table, role, verb }) => ({
      name: `grant ${verb} on ${table} to ${role}`,
      table,
      apply: `grant ${verb} on ${table} to ${role}`,
      undo: `revoke ${verb} on ${table} from ${role}; ${access}`,
    })),
    ...columns.map(({ table, role, verb, column }) => ({
      name: `grant ${verb} (${column}) on ${table} to ${role}`,
      table,
      apply: `grant ${verb} (${column}) on ${table} to ${role}`,
      undo: `revoke ${verb} (${column}) on ${table} from ${role}`,
    })),
    ...[...new Set(tables.map(({ table }) => table))].map((table) => ({
      name: `grant select on ${table} to everybody`,
      table,
      apply: `grant select on ${table} to public`,
      undo: `revoke select on ${table} from public`,
    })),
  ]
}

async function roleMutants(pglite: PGlite): Promise<Mutant[]> {
  const roles = ['app_user', 'app_system', 'app_audit']
  const attributes = ['bypassrls', 'superuser', 'createrole', 'createdb', 'login']
  const alterations = roles.flatMap((role) =>
    attributes.map((attribute) => ({
      name: `role ${role}: ${attribute}`,
      table: null,
      apply: `alter role ${role} ${attribute}`,
      undo: `alter role ${role} no${attribute}`,
    })),
  )
  const memberships = await rows(
    pglite,
    { role: text, to: text },
    `select a.rolname as role, b.rolname as "to" from pg_roles a, pg_roles b
     where a.rolname ~ '^app_' and b.rolname ~ '^app_' and not pg_has_role(b.oid, a.oid, 'member')
       and not pg_has_role(a.oid, b.oid, 'member') order by 1, 2`,
  )
  const schema = ['app_user', 'app_system', 'app_audit'].map((role) => ({
    name: `role ${role}: may create in public`,
    table: null,
    apply: `grant create on schema public to ${role}`,
    undo: `revoke create on schema public from ${role}`,
  }))
  return [
    ...alterations,
    ...schema,
    ...memberships.map(({ role, to }) => ({
      name: `role ${to}: may become ${role}`,
      table: null,
      apply: `grant ${role} to ${to}`,
      undo: `revoke ${role} from ${to}`,
    })),
  ]
}

/** Those that look past the policies, and those that the policies are made of. */
async function functionMutants(pglite: PGlite): Promise<Mutant[]> {
  const functions = await rows(
    pglite,
    {
      name: text,
      definition: text,
      isDefiner: z.boolean(),
      decides: z.boolean(),
      owner: text,
      refused: z.array(text),
    },
    `select p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) as definition,
       prosecdef as "isDefiner",
       prosecdef and has_function_privilege('app_user', p.oid, 'execute')
         or exists (select from pg_policies where concat(qual, with_check) like '%' || proname || '(%') as "decides",
       pg_get_userbyid(proowner) as owner,
       array(select r.role from unnest(array['app_user', 'app_system', 'app_audit', 'public']) r (role)
         where not has_function_privilege(r.role, p.oid, 'execute')) as refused
     from pg_proc p where pronamespace = 'public'::regnamespace and prokind = 'f'
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     order by 1`,
  )
  return functions.flatMap((one) => {
    const about = (what: string) => `function ${one.name}: ${what}`
    const change = (what: string, apply: string): Mutant => ({
      name: about(what),
      table: null,
      apply,
      undo: `${one.definition}; alter function ${one.name} owner to ${one.owner}`,
    })
    const alter = (what: string) => `alter function ${one.name} ${what}`
    const definer = one.isDefiner
      ? [
          change('any search path', alter('reset all')),
          change('with the rights of the caller', alter('security invoker')),
          change('with the rights of the owner of the tables', alter('owner to current_user')),
        ]
      : []
    const executed = one.refused.map((role) => ({
      name: about(`executed by ${role}`),
      table: null,
      apply: `grant execute on function ${one.name} to ${role}`,
      undo: `revoke execute on function ${one.name} from ${role}`,
    }))
    const conditions = one.decides ? bodies(one.definition) : []
    return [
      ...definer,
      ...executed,
      ...conditions.map(({ what, instead }) => change(what, instead)),
    ]
  })
}

/** Without each of its conditions, and with a visitor's id where a person's is meant. */
function bodies(definition: string): { what: string; instead: string }[] {
  const lines = definition.split('\n')
  const conditions = lines.flatMap((line, at) => {
    const [, before = '', condition] = /^(\s*(?:WHERE|AND) )(.+)$/.exec(line) ?? []
    if (!condition) return []
    return weakened(condition).map(({ what, instead }) => ({
      what: `"${condition}" ${what}`,
      instead: lines.with(at, before + instead).join('\n'),
    }))
  })
  const prefix = "'visitor:' || "
  const visitors = definition.includes(prefix)
    ? [{ what: `without ${prefix}`, instead: definition.replace(prefix, '') }]
    : []
  return [...conditions, ...visitors]
}

/** Keys of more than one column keep a row inside its tenant; so do the uniques that they point at. */
async function constraintMutants(pglite: PGlite): Promise<Mutant[]> {
  const keys = await rows(
    pglite,
    {
      table: text,
      name: text,
      definition: text,
      kind: text,
      column: text,
      target: textOrNull,
      targetColumn: textOrNull,
      action: text,
      pointing: z.array(z.object({ table: text, name: text, definition: text })),
    },
    `select c.conrelid::regclass::text as "table", quote_ident(conname) as name,
       pg_get_constraintdef(c.oid) as definition, contype as kind,
       (select quote_ident(attname) from pg_attribute where attrelid = conrelid and attnum = conkey[cardinality(conkey)]) as "column",
       nullif(confrelid, 0)::regclass::text as target,
       (select quote_ident(attname) from pg_attribute where attrelid = confrelid and attnum = confkey[cardinality(confkey)]) as "targetColumn",
       coalesce(substring(pg_get_constraintdef(c.oid) from ' ON .*'), '') as action,
       (select coalesce(jsonb_agg(jsonb_build_object('table', f.conrelid::regclass::text,
          'name', quote_ident(f.conname), 'definition', pg_get_constraintdef(f.oid))), '[]')
        from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid and f.oid <> c.oid
          and c.contype <> 'f') as pointing
     from pg_constraint c
     where connamespace = 'public'::regnamespace and contype in ('f', 'u', 'p', 'c')
       and (contype = 'c' or cardinality(conkey) > 1) order by 1, 2`,
  )
  return keys.flatMap((key) => {
    const { table, name, definition, kind, pointing } = key
    const add = `alter table ${table} add constraint ${name} ${definition}`
    const drop = `alter table ${table} drop constraint ${name}`
    const restore = pointing.map(
      (one) => `alter table ${one.table} add constraint ${one.name} ${one.definition}`,
    )
    const word = { f: 'reference', u: 'unique', p: 'primary key', c: 'check' }[kind] ?? kind
    const found: Mutant[] = [
      {
        name: `${word} ${name}: dropped`,
        table,
        apply: `${drop} cascade`,
        // Rows that the check would have refused may be there then.
        undo: kind === 'c' ? null : [add, ...restore].join('; '),
      },
    ]
    if (kind === 'f' && key.target && key.targetColumn === 'id') {
      const action = key.action.replace(/ON UPDATE CASCADE/, '')
      found.push({
        name: `${word} ${name}: by ${key.column} alone`,
        table,
        apply: `${drop}; alter table ${table} add constraint ${name} foreign key (${key.column}) references ${key.target} (id) ${action}`,
        undo: `${drop}; ${add}`,
      })
    }
    return found
  })
}

async function triggerMutants(pglite: PGlite): Promise<Mutant[]> {
  const triggers = await rows(
    pglite,
    { table: text, name: text },
    `select tgrelid::regclass::text as "table", quote_ident(tgname) as name
     from pg_trigger t join pg_class c on c.oid = tgrelid
     where not tgisinternal and c.relnamespace = 'public'::regnamespace order by 1, 2`,
  )
  return triggers.map(({ table, name }) => ({
    name: `trigger ${name} on ${table}: disabled`,
    table,
    apply: `alter table ${table} disable trigger ${name}`,
    undo: `alter table ${table} enable trigger ${name}`,
  }))
}
