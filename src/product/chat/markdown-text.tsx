/* oxlint-disable react/no-array-index-key -- the parts of a text have no identity but their order */
import { memo, type ReactNode } from 'react'
import { CopyButton } from '#/ui/copy-button.tsx'
import { type Block, type Inline, parseMarkdown } from './markdown.ts'

/** Markdown that nobody has vetted, made of React elements alone: there is no HTML to inject. */
export const MarkdownText = memo(function MarkdownText({ text }: { text: string }) {
  return <div className="prose prose-dense max-w-none">{blocks(parseMarkdown(text))}</div>
})

const blocks = (all: Block[]): ReactNode[] =>
  all.map((block, index) => <One key={index} block={block} />)

function One({ block }: { block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return <p className="whitespace-pre-line">{inlines(block.children)}</p>
    case 'heading':
      return <h3>{inlines(block.children)}</h3>
    case 'code':
      return (
        <div className="relative">
          <pre className="pr-12!">
            <code>{block.text}</code>
          </pre>
          <div className="absolute top-1 right-1 text-ink-faint">
            <CopyButton text={block.text} />
          </div>
        </div>
      )
    case 'quote':
      return <blockquote>{blocks(block.children)}</blockquote>
    case 'rule':
      return <hr />
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}>{blocks(item)}</li>)
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return (
        <div className="overflow-x-auto">
          <table>
            <thead>
              <tr>
                {block.head.map((cell, index) => (
                  <th key={index}>{inlines(cell)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column}>{inlines(cell)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
}

const inlines = (all: Inline[]): ReactNode[] =>
  all.map((part, index) => {
    if (typeof part === 'string') return part
    switch (part.type) {
      case 'code':
        return <code key={index}>{part.text}</code>
      case 'strong':
        return <strong key={index}>{inlines(part.children)}</strong>
      case 'em':
        return <em key={index}>{inlines(part.children)}</em>
      case 'link':
        return (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {inlines(part.children)}
          </a>
        )
    }
  })
