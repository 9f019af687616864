export function CoveragePage() {
  return <p>coverage</p>
}
