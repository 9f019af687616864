/** English: words that Porter 2 joins wrongly. */
export const FAMILIES = `
universe universal universality universalist universalism | university
`
