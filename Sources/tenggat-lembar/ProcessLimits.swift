internal import Glibc

/// What a process that reads a file of strangers takes from itself before it looks at it.
///
/// Whatever a library does with the file then, it can open nothing, start nothing, write nothing but what it
/// has open, and neither fill the memory nor run on.
enum ProcessLimits {
  /// Bytes of address space beyond what the program has now: the archive, the shared texts and one row.
  private static let memory = 256 << 20
  /// Seconds of the processor.
  private static let seconds: rlim_t = 20
  /// Bytes that it may write into a file.
  private static let output: rlim_t = 128 << 20

  /// Takes what is not needed.
  ///
  /// - Returns: Whether all of it was taken.
  static func tighten() -> Bool {
    guard let size = addressSpace() else { return false }
    return set(RLIMIT_AS, rlim_t(size + memory)) && set(RLIMIT_CPU, seconds)
      && set(RLIMIT_FSIZE, output) && set(RLIMIT_CORE, 0) && set(__RLIMIT_NPROC, 0)
  }

  /// Leaves the right to open one more file, which is the archive.
  ///
  /// - Parameter last: The highest number of a file that is open.
  /// - Returns: Whether the rest was taken.
  static func openOneMore(behind last: CInt) -> Bool { set(RLIMIT_NOFILE, rlim_t(last) + 2) }

  private static func set(_ resource: __rlimit_resource, _ most: rlim_t) -> Bool {
    var limit = rlimit(rlim_cur: most, rlim_max: most)
    return setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0
  }

  /// The bytes of address space that the process has, by the first number of `/proc/self/statm` in pages.
  private static func addressSpace() -> Int? {
    guard let file = fopen("/proc/self/statm", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, CInt(line.count), file) != nil else { return nil }
    let digits = line.prefix { $0 >= 0x30 && $0 <= 0x39 }.map { UInt8(bitPattern: $0) }
    return Int(String(decoding: digits, as: UTF8.self)).map { $0 * Int(getpagesize()) }
  }
}
