import { childOf, childrenOf, isOn, type XmlElement } from './read-xml.ts'

/** A longer chain of styles than this is an attack. */
const limitChain = 50

export type DocxStyles = ReturnType<typeof docxStyles>

/** The styles of a document (ECMA-376, part 1, 17.7). A style has what the one it is based on has. */
export function docxStyles(root: XmlElement | null) {
  const styles = new Map<string, XmlElement>()
  const chains = new Map<string, XmlElement[]>()
  const found = new Map<string, XmlElement | undefined>()
  let usual: string | undefined
  for (const style of root ? childrenOf(root) : []) {
    if (style.name !== 'w:style') continue
    const id = style.attributes.get('w:styleId') ?? ''
    styles.set(id, style)
    const isDefault = /^(1|true|on)$/.test(style.attributes.get('w:default') ?? '')
    if (isDefault && style.attributes.get('w:type') === 'paragraph') usual = id
  }
  const defaults = childOf(childOf(root ?? undefined, 'w:docDefaults'), 'w:rPrDefault')

  /** A style and those that it is based on, the nearest first. */
  function chainOf(id: string): XmlElement[] {
    const known = chains.get(id)
    if (known) return known
    const chain: XmlElement[] = []
    for (
      let style = styles.get(id);
      style && !chain.includes(style) && chain.length < limitChain;
      style = styles.get(childOf(style, 'w:basedOn')?.attributes.get('w:val') ?? '')
    ) {
      chain.push(style)
    }
    chains.set(id, chain)
    return chain
  }

  /** The nearest such property in the chain of a style. */
  function propertyOf(id: string | undefined, group: 'w:rPr' | 'w:pPr', name: string) {
    if (id === undefined) return undefined
    const key = `${name} ${group} ${id}`
    if (!found.has(key)) {
      const inherited = chainOf(id).map((style) => childOf(childOf(style, group), name))
      found.set(key, inherited.find(Boolean))
    }
    return found.get(key)
  }

  return {
    chainOf,
    propertyOf,
    paragraphStyleOf: (properties: XmlElement | undefined) =>
      childOf(properties, 'w:pStyle')?.attributes.get('w:val') ?? usual,

    /**
     * A run is hidden by its own properties, by its style or by that of its paragraph. Word shows text
     * that both styles hide, since the property of the one toggles that of the other (17.7.3).
     */
    isHidden(properties: XmlElement | undefined, paragraphStyle: string | undefined): boolean {
      const own = childOf(properties, 'w:vanish')
      if (own) return isOn(own)
      const style = childOf(properties, 'w:rStyle')?.attributes.get('w:val')
      const byRun = propertyOf(style, 'w:rPr', 'w:vanish')
      const byParagraph = propertyOf(paragraphStyle, 'w:rPr', 'w:vanish')
      if (byRun) return isOn(byRun) && !isOn(byParagraph)
      return isOn(byParagraph ?? childOf(childOf(defaults, 'w:rPr'), 'w:vanish'))
    },

    /** The font of Latin letters; undefined where the theme says it. */
    fontOf(properties: XmlElement | undefined, paragraphStyle: string | undefined) {
      const style = childOf(properties, 'w:rStyle')?.attributes.get('w:val')
      const fonts =
        childOf(properties, 'w:rFonts') ??
        propertyOf(style, 'w:rPr', 'w:rFonts') ??
        propertyOf(paragraphStyle, 'w:rPr', 'w:rFonts')
      if (fonts?.attributes.has('w:asciiTheme')) return undefined
      return fonts?.attributes.get('w:ascii') ?? fonts?.attributes.get('w:hAnsi')
    },
  }
}
