internal import Glibc

/// What a process that looks at a file of strangers takes from itself before.
///
/// Whatever a library does with the file then, it can open nothing, start nothing, write nothing but what it
/// has open, and neither fill the memory nor run on.
package struct ProcessLimits: Sendable {
  /// Bytes of address space beyond what the program has when it takes the rest away.
  package let memory: Int
  /// Seconds of the processor.
  package let seconds: Int
  /// Bytes that it may write into a file.
  package let output: Int

  /// Names limits.
  ///
  /// - Parameters:
  ///   - memory: Bytes of address space beyond what the program has when it takes the rest away.
  ///   - seconds: Seconds of the processor.
  ///   - output: Bytes that it may write into a file.
  package init(memory: Int, seconds: Int, output: Int) {
    self.memory = memory
    self.seconds = seconds
    self.output = output
  }

  /// Takes what is not needed.
  ///
  /// - Returns: Whether all of it was taken.
  package func tighten() -> Bool {
    guard let size = ProcessLimits.addressSpace() else { return false }
    return ProcessLimits.set(RLIMIT_AS, rlim_t(size + memory))
      && ProcessLimits.set(RLIMIT_CPU, rlim_t(seconds))
      && ProcessLimits.set(RLIMIT_FSIZE, rlim_t(output)) && ProcessLimits.set(RLIMIT_CORE, 0)
      && ProcessLimits.set(__RLIMIT_NPROC, 0)
  }

  /// Leaves the right to have a number of files open; those that are open stay so.
  ///
  /// - Parameter count: The number, one more than the highest that a file can get.
  /// - Returns: Whether the rest was taken.
  package static func keepOpen(atMost count: Int) -> Bool { set(RLIMIT_NOFILE, rlim_t(count)) }

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
