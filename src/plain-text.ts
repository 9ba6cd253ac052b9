import { z } from 'zod'
import { m } from '#/i18n/messages.ts'

/*
 * Names and titles show up beside other people's, so no character in them may reorder or hide what
 * stands around it: controls, direction overrides and isolates, tags, zero-width padding. Invisible
 * is not harmful, though: Persian and Indic spelling needs the joiners U+200C and U+200D, Mongolian
 * its vowel separator, and Arabic has visible signs that Unicode calls "format" too.
 */
const neededByScripts = '\u180E\u200C\u200D\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2'
/** Marks without number on one letter reach over the lines around it; no script stacks more than eight. */
const towering = '(?<=\\p{M}{8})\\p{M}'
const harmful = `${towering}|(?![${neededByScripts}])(?:[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\p{Noncharacter_Code_Point}]|(?=\\p{Cn})\\p{Default_Ignorable_Code_Point})`
const harmfulOnce = new RegExp(harmful, 'u')
const harmfulEach = new RegExp(harmful, 'gu')
/** Blank letters (Hangul fillers, the empty braille cell) do not count. */
const visible = /(?!\p{Default_Ignorable_Code_Point}|\u2800)[\p{L}\p{N}\p{P}\p{S}]/u

export const withoutHarmfulCharacters = (text: string): string => text.replace(harmfulEach, '')

export const hasVisibleCharacter = (text: string): boolean => visible.test(text)

/** Mail programs make a link of it however it is written; full-width letters turn into plain ones. */
const looksLikeAddress = (name: string) =>
  /(?<![\p{L}\p{N}])www\s*[.。]/iu.test(name.normalize('NFKC'))

/** One line of text that others read: a title, a place, a skill. It may be empty. */
export const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !harmfulOnce.test(text) && (text === '' || hasVisibleCharacter(text)), {
      error: () => m.ui_harmful_characters(),
    })

/** The name of a person or an organisation; `refused` says which characters it cannot have. */
export const properName = ({
  min,
  max,
  refused,
}: {
  min: number
  max: number
  refused: () => string
}) =>
  oneLine(max)
    .min(min)
    // It goes into mails: it cannot carry an address with a scheme, nor another header.
    .regex(/^[^<>@/\\:]*$/u, { error: refused })
    .refine((name) => !looksLikeAddress(name), { error: () => m.ui_name_is_address() })
