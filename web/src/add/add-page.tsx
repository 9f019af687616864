export function AddPage() {
  return <p>add</p>
}
