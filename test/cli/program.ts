/**
 * The real program as people run it: a process of its own with the embedded engine, in an environment of its own.
 * It is made from the sources at hand, so that no build is needed and none can be out of date.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Test } from 'tap'
import ts from 'typescript'
import { readConfig } from '../../cli/config.ts'
import { installationDir } from '../../cli/installation.ts'
import { findBinary } from '../../engine/embedded/binary.ts'
import { EngineError } from '../../engine/errors.ts'
import type { SearchResponse } from '../../server/schemas/search.ts'

/** How a process ended, and all that it wrote. */
export type Finished = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }

/** A process that runs, or has run. */
export type Running = {
  child: ChildProcess
  pid: number
  /** What it wrote as soon as it has written something that `pattern` matches, on either of its outputs. */
  said: (pattern: RegExp) => Promise<RegExpExecArray>
  finished: Promise<Finished>
}

/** How to run the program. */
export type RunOptions = {
  env?: Record<string, string>
  /** Working directory; one without a `.env` file if not given. */
  cwd?: string
  /** What comes in on its standard input; default: nothing. */
  input?: string | Buffer
  /** Whether more of it may come: it does not end by itself. */
  isInputOpen?: boolean
  /** User to run as. */
  uid?: number
}

/** The program, ready to be run. */
export type Program = {
  /** Why there is no engine to run it with on this machine; false where there is one. */
  skip: string | false
  /** A copy of Meilisearch that every user may execute. */
  meiliBin: string
  /** An empty directory that is removed when all is over. */
  makeDir: (name: string) => string
  /** Runs it until `t` ends, or it ends by itself. */
  start: (t: Test, args: readonly string[], options?: RunOptions) => Running
  run: (args: readonly string[], options?: RunOptions) => Promise<Finished>
  /** What is found in a data directory that no program uses: `bifora search` without a process of its own. */
  search: (dataDir: string, query: string) => Promise<SearchResponse>
}

const ROOMS = ['cli', 'engine', 'indexer', 'language', 'ranking', 'server']

/**
 * Makes the program in the fixture directory of `file`, the test that a whole file of tests is. Whatever still runs
 * when that ends is killed, and the engine with it.
 */
export async function makeProgram(file: Test): Promise<Program> {
  const started = new Set<Running>()
  const end = async (running: Running): Promise<void> => {
    running.child.kill('SIGKILL')
    await running.finished
  }
  // Registered before the fixtures are made, or they would go away under the processes.
  file.teardown(() => Promise.all([...started].map(end)))
  const directory = file.testdir({ nowhere: {} })
  for (const room of ROOMS) compile(join(installationDir, room), join(directory, 'program', room))
  const main = join(directory, 'program', 'cli', 'main.js')
  const engine = await findEngine(join(directory, 'engine'))
  const { connect }: typeof import('../../cli/connection.ts') = await import(
    join(directory, 'program', 'cli', 'connection.js')
  )

  const launch = (args: readonly string[], options: RunOptions = {}): Running => {
    const env = { PATH: process.env.PATH, LOG_LEVEL: 'silent', MEILI_BIN: engine.meiliBin, ...options.env }
    // tap puts a hook of its own into every child; env(1) takes it out again and becomes the program.
    const command = ['-u', 'NODE_OPTIONS', process.execPath, '--enable-source-maps', main, ...args]
    const child = spawn('env', command, {
      env,
      cwd: options.cwd ?? join(directory, 'nowhere'),
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    })
    const running = follow(child)
    // A program that refuses to read ends before it has.
    child.stdin?.on('error', () => {})
    child.stdin?.write(options.input ?? '')
    if (options.isInputOpen !== true) child.stdin?.end()
    started.add(running)
    return running
  }
  return {
    ...engine,
    makeDir: (name) => {
      const made = join(directory, name)
      mkdirSync(made)
      return made
    },
    start: (t, args, options) => {
      const running = launch(args, options)
      t.teardown(() => end(running))
      return running
    },
    run: async (args, options) => launch(args, options).finished,
    search: async (dataDir, query) => {
      const environment = { DATA_DIR: dataDir, MEILI_BIN: engine.meiliBin, LOG_LEVEL: 'silent' }
      const config = readConfig(environment, join(directory, 'nowhere'))
      const connection = await connect({
        config,
        signal: new AbortController().signal,
        url: undefined,
        name: 'search',
      })
      try {
        return await connection.search(new URLSearchParams({ q: query }))
      } finally {
        await connection.close()
      }
    },
  }
}

/** The sources of a room as JavaScript. Types are not checked: that has a command of its own. */
function compile(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    if (entry.isDirectory()) compile(source, join(to, entry.name))
    else if (/(?<!\.d)\.ts$/.test(entry.name)) {
      const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), {
        fileName: source,
        compilerOptions: {
          target: ts.ScriptTarget.ES2023,
          module: ts.ModuleKind.ESNext,
          verbatimModuleSyntax: true,
          rewriteRelativeImportExtensions: true,
          inlineSourceMap: true,
        },
      })
      writeFileSync(join(to, entry.name.replace(/ts$/, 'js')), outputText)
    }
  }
}

async function findEngine(directory: string): Promise<{ skip: string | false; meiliBin: string }> {
  try {
    const { path } = await findBinary({ meiliBin: process.env.MEILI_BIN, dataDir: directory })
    const meiliBin = join(dirname(directory), 'meilisearch')
    copyFileSync(path, meiliBin)
    chmodSync(meiliBin, 0o755)
    return { skip: false, meiliBin }
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'ENGINE_NOT_FOUND') throw error
    return { skip: error.message, meiliBin: '' }
  }
}

function follow(child: ChildProcess): Running {
  let [stdout, stderr] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  let hasEnded = false
  const finished = new Promise<Finished>((resolve) => {
    child.once('close', (code, signal) => {
      hasEnded = true
      resolve({ code, signal, stdout, stderr })
    })
  })
  const said = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const wasOver = hasEnded
      const match = pattern.exec(stdout) ?? pattern.exec(stderr)
      if (match !== null) return match
      if (wasOver) throw new Error(`The program ended without saying ${pattern}:\n${stdout}\n${stderr}`)
      await delay(10)
    }
  }
  return { child, pid: child.pid ?? 0, said, finished }
}

/** Waits until something becomes true; the test's own time limit ends it otherwise. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(10)
}
