import { expect, test } from 'vitest'
import { accountFor } from './account.ts'

test('an ordinary user keeps their own account, whatever ONSITE_UID says', () => {
  expect(accountFor({ uid: 1000, gid: 100 }, { ONSITE_UID: '7' })).toEqual({ uid: 1000, gid: 100, dedicated: false })
})

test('root gives its rights up for a dedicated account that ONSITE_UID may choose', () => {
  expect(accountFor({ uid: 0, gid: 0 }, {})).toEqual({ uid: 64999, gid: 64999, dedicated: true })
  expect(accountFor({ uid: 0, gid: 0 }, { ONSITE_UID: '4000' })).toEqual({ uid: 4000, gid: 4000, dedicated: true })
  expect(accountFor({ uid: 0, gid: 0 }, { ONSITE_UID: '4000', ONSITE_GID: '50' })).toEqual({ uid: 4000, gid: 50, dedicated: true })
})

test('ONSITE_UID can not name root or something that is no number', () => {
  expect(() => accountFor({ uid: 0, gid: 0 }, { ONSITE_UID: '0' })).toThrow("'0' is not the number of an unprivileged account")
  expect(() => accountFor({ uid: 0, gid: 0 }, { ONSITE_UID: 'nobody' })).toThrow('not the number')
})
