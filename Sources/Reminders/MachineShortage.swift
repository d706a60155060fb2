internal import Glibc

/// What a machine has too little of for starting programs and waiting for them.
///
/// Where descriptors or threads run out in the middle, libraries stop the whole program or wait for ever;
/// so it is tried before anything is sent.
public enum MachineShortage: Error {
  /// Files that may be open at the same time (`ulimit -n`).
  case files
  /// Threads and processes (`ulimit -u`).
  case threads

  /// The descriptors that a run needs beside those that it has: the outbox, pipes to a program, what waits
  /// for it.
  static let neededFiles = 32
  /// The threads that a run needs beside its own.
  static let neededThreads = 16

  /// What there is too little of at the moment; `nil` where there is enough.
  public static var found: MachineShortage? {
    guard hasFiles else { return .files }
    return hasThreads ? nil : .threads
  }

  private static var hasFiles: Bool {
    var ends: [Int32] = []
    defer { for end in ends { close(end) } }
    while ends.count < neededFiles {
      guard let pair = pipe() else { return false }
      ends += [pair.reading, pair.writing]
    }
    return true
  }

  private static var hasThreads: Bool {
    guard let gate = pipe() else { return false }
    var threads: [pthread_t] = []
    defer {
      // The end of the pipe ends them all.
      close(gate.writing)
      for thread in threads { pthread_join(thread, nil) }
      close(gate.reading)
    }
    while threads.count < neededThreads {
      var thread = pthread_t()
      let isStarted = pthread_create(
        &thread, nil,
        { gate in
          var byte: UInt8 = 0
          _ = read(Int32(Int(bitPattern: gate)), &byte, 1)
          return nil
        }, UnsafeMutableRawPointer(bitPattern: Int(gate.reading)))
      guard isStarted == 0 else { return false }
      threads.append(thread)
    }
    return true
  }

  private static func pipe() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    return (ends[0], ends[1])
  }
}
