/**
 * Whether a request comes from a program on this machine, for WRITE=local. The address alone does not say so: a proxy
 * here passes on what others ask, and a browser here carries what pages of others tell it, under their own name (DNS
 * rebinding) or as a request across sites (CSRF).
 */
import type { IncomingHttpHeaders } from 'node:http'
import { hostName, isLoopback } from '../hosts.ts'

/** What is known of a request. */
export type Origins = {
  /** Of the other end of the connection; never what a header says. */
  address: string | undefined
  httpVersion: string
  headers: IncomingHttpHeaders
}

/** What a proxy may add. */
const FORWARDED = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
] as const

/** Whether an address is one of this machine only, IPv4 written as IPv6 included. */
export function isLoopbackAddress(address: string): boolean {
  return isLoopback(address.replace(/^::ffff:/i, ''))
}

/** Whether a request comes from this machine and from nobody else through it. */
export function isFromHere({ address, httpVersion, headers }: Origins): boolean {
  return (
    address !== undefined &&
    isLoopbackAddress(address) &&
    // What nginx speaks to those behind it unless told otherwise, without any of the headers below.
    httpVersion !== '1.0' &&
    FORWARDED.every((name) => headers[name] === undefined) &&
    isLoopback(hostName(headers.host ?? '')) &&
    isSameOrigin(headers)
  )
}

/** Browsers send Origin along with whatever may change something, and the newer ones what it has to do with the page. */
function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  const { origin, host = '' } = headers
  return (
    (site === undefined || site === 'same-origin' || site === 'none') &&
    (origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`)
  )
}
