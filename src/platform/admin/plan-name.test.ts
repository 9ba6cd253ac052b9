import { expect, test } from 'bun:test'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { PlanName } from './plan-name.tsx'

const shown = (plan: string | null) => renderToStaticMarkup(createElement(PlanName, { plan }))

test('the free plan of an organisation is called as Billing calls it', () => {
  expect(shown(null)).toContain('Starter')
  expect(shown('team')).toContain('team')
})
