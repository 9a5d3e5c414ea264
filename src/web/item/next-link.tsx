import { Link } from '@tanstack/react-router'
import { Icon } from '../control/icon.tsx'

/** On to what the diagnostic or today's list has next; back to the list when nothing is. */
export function NextLink({ next }: { readonly next: string | undefined }) {
  if (next === undefined) {
    return (
      <Link to="/" className="button primary">
        Back to today <Icon name="arrow" />
      </Link>
    )
  }
  return (
    <Link to="/items/$slug" params={{ slug: next }} className="button primary">
      Next <Icon name="arrow" />
    </Link>
  )
}
