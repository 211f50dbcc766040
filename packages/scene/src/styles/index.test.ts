import { STYLES } from '@plantain/core'
import { expect, test } from 'vitest'
import { stylerFor, stylers } from './index.ts'
import { stylerContract } from './style.contract.ts'

stylers.forEach(stylerContract)

test('[ST5] every style of the vocabulary is drawn, once', () => {
  expect(stylers.map((styler) => styler.name).toSorted()).toEqual([...STYLES].toSorted())
})

test('[ST6] a style that is not drawn is refused with the list of those that are', () => {
  expect(() => stylerFor('cubist' as 'flat')).toThrow(/style is cubist; give one of natural, flat/)
})
