/** What is dragged from the palette onto the canvas. */
export const PART_TYPE = 'application/x-onsite-part'
