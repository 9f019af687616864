/** Files that people drop or choose, those in folders with their paths. */

/** A file, and its path from the folder that was dropped. */
export type Found = { path: string; file: File }

/** What was dropped: files, and all files of folders however deep. To be called before the event has ended. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<Found[]> {
  const entries = Array.from(items).flatMap((item) => item.webkitGetAsEntry?.() ?? [])
  if (entries.length === 0) return Array.from(files, (file) => ({ path: file.name, file }))
  return (await Promise.all(entries.map((entry) => filesOf(entry, '')))).flat()
}

/** What was chosen; of a folder with the paths in it. */
export function chosenFiles(files: FileList | null): Found[] {
  return Array.from(files ?? [], (file) => ({ path: file.webkitRelativePath || file.name, file }))
}

async function filesOf(entry: FileSystemEntry, folder: string): Promise<Found[]> {
  const path = `${folder}${entry.name}`
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ path, file }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: Found[] = []
  // A reader gives some at a time, and none when there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return found
    found.push(...(await Promise.all(some.map((one) => filesOf(one, `${path}/`)))).flat())
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}
