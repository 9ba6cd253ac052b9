/**
 * Stands for bun:test in files whose tests are run again and again in one process: what they declare
 * is kept in a list.
 */
export { expect } from 'bun:test'

type Work = () => unknown
/** Of each file that was loaded, in the order of its lines. */
export const collected: { name: string; work: Work }[] = []

const declare = (name: string, work: Work) => void collected.push({ name, work })
const each =
  (cases: readonly unknown[]) => (name: string, work: (...parts: unknown[]) => unknown) => {
    for (const one of cases) declare(name, () => (Array.isArray(one) ? work(...one) : work(one)))
  }

const skipIf = (skip: boolean) => (skip ? () => {} : declare)

export const test = Object.assign(declare, { each, skipIf })
export const beforeAll = (work: Work) => declare('before', work)
