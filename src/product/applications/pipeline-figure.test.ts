import { expect, test } from 'bun:test'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { openStatuses } from './application-statuses.ts'
import { stageName, statusTone } from './status-labels.ts'
import { jobStatusTone } from '#/product/jobs/manage-labels.ts'
import { Status } from '#/ui/badge.tsx'
import { PipelineFigure } from './pipeline-figure.tsx'

test('the landing page shows each status in the colour and the word of the board', () => {
  const figure = renderToStaticMarkup(createElement(PipelineFigure, {}))
  for (const status of openStatuses) {
    const shown = Status({ tone: statusTone(status), children: stageName(status) })
    expect(figure).toContain(renderToStaticMarkup(shown))
  }
})

test('nothing that is over is blue', () => {
  expect(jobStatusTone('closed')).toBe('neutral')
  expect(statusTone('rejected')).toBe('neutral')
  expect(statusTone('withdrawn')).toBe('neutral')
})
