/** The index of what is known of all generations: the live record, places, the lease; and which part a server is. */

/** Its name. */
export const CATALOG = 'bifora'

/** Id of the live record. */
export const LIVE = 'live'
