import { completeFromList, ifNotIn } from '@codemirror/autocomplete'
import { pythonLanguage } from '@codemirror/lang-python'
import { completionOf } from './completion.ts'

const KEYWORDS =
  'and as assert async await break case class continue def del elif else except False finally for from global if import in is lambda match None nonlocal not or pass raise return True try while with yield'
const BUILTINS =
  'abs all any bool bytes callable chr dict divmod enumerate filter float format frozenset getattr hasattr hash id int isinstance issubclass iter len list map max min next object ord pow print property range repr reversed round set setattr slice sorted staticmethod classmethod str sum super tuple type zip'
const EXCEPTIONS =
  'ArithmeticError AttributeError Exception IndexError KeyError LookupError NotImplementedError OverflowError RuntimeError StopIteration TypeError ValueError ZeroDivisionError'

const words = (text: string, type: string) => text.split(' ').map((label) => ({ label, type }))

/**
 * Python's own words; the names of the text come with `completionOf`. The list of `lang-python` is left out:
 * it would bring the whole completion into every exercise page, before anyone types.
 */
export const completion = completionOf(pythonLanguage, [
  pythonLanguage.data.of({
    autocomplete: ifNotIn(
      ['String', 'FormatString', 'Comment', 'PropertyName'],
      completeFromList([...words(KEYWORDS, 'keyword'), ...words(BUILTINS, 'function'), ...words(EXCEPTIONS, 'class')]),
    ),
  }),
])
