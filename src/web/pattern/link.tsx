import { Link } from '@tanstack/react-router'
import type { PatternLink as Named } from '../../server/contract.ts'

/** A pattern's name, leading to its page. */
export function PatternLink({ pattern, className }: { readonly pattern: Named; readonly className?: string }) {
  const [topic = '', name = ''] = pattern.id.split('/')
  return (
    <Link to="/patterns/$topic/$pattern" params={{ topic, pattern: name }} className={className}>
      {pattern.title}
    </Link>
  )
}
