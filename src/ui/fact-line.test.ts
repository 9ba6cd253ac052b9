import { expect, test } from 'bun:test'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { FactLine } from './fact-line.tsx'

test('an empty fact brings no dot, and none is in the text', () => {
  const facts = ['', 'Leipzig', undefined, 'Hybrid', null]
  const html = renderToStaticMarkup(createElement(FactLine, { facts }))
  expect(html.match(/before:content/g)).toHaveLength(2)
  expect(html.replaceAll(/<[^>]+>/g, '').trim()).toBe('Leipzig Hybrid')
})
