/**
 * Metrics of several processes as those of one service. What a process counted that has ended stays in the sums as it was
 * seen last, so that no count ever falls.
 */
import { AggregatorRegistry } from 'prom-client'
import type { ProcessMetrics } from './shared.ts'

/** Metrics of all processes together. */
export type Sums = {
  /** All metrics in the text format of Prometheus, of this process (`own`) and of the others, which are asked. */
  read: (own: ProcessMetrics) => Promise<string>
  /** Keeps what a process counted that has ended. */
  ended: (id: number) => void
}

/** @param ask gives the metrics of the other processes by a number of theirs; of those that answer in time */
export function createSums(ask: () => Promise<ReadonlyMap<number, ProcessMetrics>>): Sums {
  const last = new Map<number, ProcessMetrics>()
  let past: ProcessMetrics = []
  return {
    read: async (own) => {
      const others = await ask()
      for (const [id, metrics] of others) last.set(id, metrics)
      return AggregatorRegistry.aggregate([own, ...others.values(), past]).metrics()
    },
    ended: (id) => {
      const counted = (last.get(id) ?? []).filter((metric) => 'type' in metric && metric.type !== 'gauge')
      last.delete(id)
      past = AggregatorRegistry.aggregate([past, counted]).getMetricsAsArray()
    },
  }
}
