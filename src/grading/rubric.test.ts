import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RubricPoint } from '../domain/item.ts'
import { mentionedPoints, mentions, scoreOf, sentencesOf } from './rubric.ts'

const rubric: readonly RubricPoint[] = [
  { point: 'Says that exp overflows', points: 2, mentions: [['overflow', 'inf', 'too large'], ['exp']] },
  {
    point: 'Says that softmax is unchanged by a shift',
    points: 3,
    mentions: [
      ['shift', 'subtract', 'constant'],
      ['unchanged', 'invariant', 'same', 'cancel'],
    ],
  },
  { point: 'Is kind', points: 1, mentions: [] },
]

test('a point is mentioned when one sentence has a word of every group', () => {
  expect(mentions('In float64, exp overflows above 709. Subtract the maximum: the factor cancels.', rubric)).toEqual([true, true, null])
})

test('words of two sentences do not add up', () => {
  expect(mentions('The value can overflow. Then there is exp.', rubric)[0]).toBe(false)
  expect(mentions('- it may overflow\n- exp is called', rubric)[0]).toBe(false)
  expect(mentions('It may overflow\n\nexp is called', rubric)[0]).toBe(false)
})

test('a soft line break stays inside the sentence, and an abbreviation does not end it', () => {
  expect(mentions('The result may\noverflow in exp', rubric)[0]).toBe(true)
  expect(mentions('Large inputs, e.g. 1000, overflow: approx. above 709 exp gives up.', rubric)[0]).toBe(true)
})

test('a word matches the start of a word, never its middle; a phrase matches as a phrase', () => {
  expect(mentions('The exponential is overflowing here.', rubric)[0]).toBe(true)
  expect(mentions('The regexp shows an info text.', rubric)[0]).toBe(false)
  expect(mentions('Here exp is given something too large.', rubric)[0]).toBe(true)
  expect(mentions('Here exp is given a large thing, far too often.', rubric)[0]).toBe(false)
})

test('case, hyphens, quotes, code marks and emphasis do not matter', () => {
  const point = { point: '', points: 1, mentions: [['cross-entropy'], ["bayes' rule", 'inner join']] }
  expect(mentions('CROSS ENTROPY follows from Bayes’ rule.', [point])).toEqual([true])
  expect(mentions('The cross‑entropy of an inner `join`', [point])).toEqual([true])
})

test('a decimal point does not end a sentence', () => {
  expect(sentencesOf('At 0.5 it overflows! Then exp? Yes; it does.')).toEqual(['At 0.5 it overflows!', 'Then exp?', 'Yes;', 'it does.'])
})

test('text that has none of the words earns nothing', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'bdghjklmpqrtvwz .!?\n-,0123456789'.split('')), maxLength: 400 })
  fc.assert(fc.property(letters, (noise) => mentionedPoints(noise, rubric) === 0))
})

test('noise around an answer neither adds nor takes a mention', () => {
  const noise = fc.array(fc.constantFrom('Well.', 'So it goes.', 'We measured it twice.'), { maxLength: 8 }).map((all) => all.join(' '))
  const answer = 'In float64, exp overflows above 709.'
  fc.assert(
    fc.property(noise, noise, (before, after) => {
      expect(mentions(`${before} ${answer} ${after}`, rubric)).toEqual([true, false, null])
    }),
  )
})

test('saying more never loses a mention', () => {
  const sentence = fc.constantFrom(
    'exp overflows.',
    'A shift leaves it the same.',
    'The constant cancels.',
    'We talked.',
    'It is inf because of exp.',
  )
  fc.assert(
    fc.property(fc.array(sentence), sentence, (before, more) => {
      const [short, long] = [before.join(' '), [...before, more].join(' ')]
      return mentionedPoints(long, rubric) >= mentionedPoints(short, rubric)
    }),
  )
})

test('a list of keywords is no sentence', () => {
  const words = rubric.flatMap((point) => point.mentions.flat())
  fc.assert(fc.property(fc.shuffledSubarray(words, { minLength: 6 }), (list) => mentionedPoints(list.join(', '), rubric) === 0))
})

test('words at the two ends of a giant sentence are not one thought', () => {
  const filler = Array.from({ length: 60 }, () => 'and so on').join(' ')
  expect(mentions(`exp ${filler} overflows`, rubric)[0]).toBe(false)
  expect(mentions(`${filler} exp overflows ${filler}`, rubric)[0]).toBe(true)
})

test('not assessed is no zero', () => {
  expect(scoreOf([2, null, 1], rubric)).toEqual({ earned: 3, assessed: 3, notAssessed: 3 })
  expect(scoreOf([], rubric)).toEqual({ earned: 0, assessed: 0, notAssessed: 6 })
})

test('a score stays between nothing and what was assessed', () => {
  const scores = fc.array(fc.option(fc.double({ noNaN: true })), { maxLength: 3 })
  fc.assert(
    fc.property(scores, (given) => {
      const { earned, assessed, notAssessed } = scoreOf(given, rubric)
      return earned >= 0 && earned <= assessed && assessed + notAssessed === 6
    }),
  )
})
