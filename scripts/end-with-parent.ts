/**
 * Preloaded into a process that would outlive the one that started it: the pipe to its standard input
 * closes when that one dies, however it dies.
 */
process.stdin.once('end', () => process.exit()).resume()
