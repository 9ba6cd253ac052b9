import { expect, test } from 'bun:test'
import { firstName } from './first-name.ts'

test.each([
  ['Ada King Lovelace', 'Ada'],
  ['  Zoë  Żółw ', 'Zoë'],
  ['Anne-Marie Blanc', 'Anne-Marie'],
  ['علی\u200cرضا نمونه', 'علی\u200cرضا'],
  ['Dr. Clara Weiss', 'Dr. Clara Weiss'],
  ['J. Doe', 'J. Doe'],
  ['王 小明', '王 小明'],
  ['김 철수', '김 철수'],
  ['Cher', 'Cher'],
])('%s is greeted as %s', (name, greeted) => expect(firstName(name)).toBe(greeted))
