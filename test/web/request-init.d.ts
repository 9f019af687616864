/** The types of the browser take the place of Node's own here, which know how a request connects. */
interface RequestInit {
  dispatcher?: import('undici-types').RequestInit['dispatcher']
}
