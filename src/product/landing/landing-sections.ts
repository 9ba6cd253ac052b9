import type { FunctionComponent } from 'react'
import { PipelineFigure } from '#/product/applications/pipeline-figure.tsx'

/** Figures of other features beside what the page says to those who hire. */
export const hiringFigures: FunctionComponent<{ jobTitle?: string }>[] = [PipelineFigure]
