/** In which order topics stand. */
import { useWords } from '../settings.tsx'
import { ORDERS, type Order } from './grid.ts'
import { coverageWords } from './words.ts'

/** The choice, for both tables. */
export function OrderField({ order, setOrder }: { order: Order; setOrder: (order: Order) => void }) {
  const words = useWords(coverageWords)
  return (
    <label class="order-field no-print">
      {words.order}
      <select
        class="field"
        value={order}
        onChange={({ currentTarget }) => setOrder(currentTarget.value as Order)}
      >
        {ORDERS.map((one) => (
          <option key={one} value={one}>
            {words.orders[one]}
          </option>
        ))}
      </select>
    </label>
  )
}
