const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? '')

const element = (name: string) => (children: string) => `<${name}>${children}</${name}>`
/** Nine quotes or lists inside each other: no text needs that, and the time grows with its square. */
const deepNesting = /(?:(?:>|[-*+]|\d{1,9}[.)][ \t])[ \t]*){9,}/g
const linkable = /^(https?:\/\/|mailto:)/i

/**
 * Markdown that a stranger wrote -> HTML that can be shown as it is. The HTML is built here, from a
 * closed list of elements without attributes; raw HTML comes out as text, pictures as their
 * description, and only web and mail links as links. Headings begin at h2, below the page's own.
 */
export const renderMarkdown = (markdown: string): string =>
  Bun.markdown.render(
    markdown.slice(0, 50_000).replaceAll(deepNesting, '---'),
    {
      text: escape,
      html: (children) => (children.trim() ? `<p>${children}</p>` : ''),
      heading: (children, { level }) => element(`h${Math.min(4, Math.max(2, level))}`)(children),
      paragraph: element('p'),
      strong: element('strong'),
      emphasis: element('em'),
      strikethrough: element('del'),
      codespan: element('code'),
      code: (children) => `<pre><code>${children}</code></pre>`,
      blockquote: element('blockquote'),
      list: (children, { ordered }) => element(ordered ? 'ol' : 'ul')(children),
      listItem: (children) => element('li')(children),
      hr: () => '<hr>',
      table: element('table'),
      thead: element('thead'),
      tbody: element('tbody'),
      tr: element('tr'),
      th: (children) => element('th')(children),
      td: (children) => element('td')(children),
      image: (children) => children,
      link: (children, { href }) =>
        linkable.test(href)
          ? `<a href="${escape(href)}" rel="nofollow ugc noopener">${children}</a>`
          : children,
    },
    { noHtmlBlocks: true, noHtmlSpans: true, autolinks: { url: true } },
  )
