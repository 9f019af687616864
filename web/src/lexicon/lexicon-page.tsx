export function LexiconPage({ word }: { word: string }) {
  return <p>{word}</p>
}
