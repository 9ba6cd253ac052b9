import { expect, test } from 'bun:test'
import { renderToStaticMarkup } from 'react-dom/server'
import { PlanName } from './plan-name.tsx'

test('the free plan of an organisation is called as Billing calls it', () => {
  expect(renderToStaticMarkup(<PlanName plan={null} />)).toContain('Starter')
  expect(renderToStaticMarkup(<PlanName plan="team" />)).toContain('team')
})
