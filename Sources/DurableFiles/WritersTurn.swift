import SystemPackage

/// The turn of one writer among those who may write, until the value goes out of scope.
///
/// It is the kernel's lock (flock) on a file of its own, so that it goes when its process goes. The lock needs no
/// right but to open the file: one that readers can open would let each of them shut the writers out. This file only
/// those can open who may write in its folder, and it is gone when it is of no use any more.
struct WritersTurn: ~Copyable {
  fileprivate let system: FileSystem
  fileprivate let path: FilePath
  fileprivate let file: FileDescriptor

  fileprivate init(_ file: FileDescriptor, at path: FilePath, in system: FileSystem) {
    self.file = file
    self.path = path
    self.system = system
  }

  deinit {
    // Who waits for the lock finds the name gone, and makes the file again.
    system.calls.dropName(FilePlace(path))
    system.calls.close(file)
  }
}

extension FileSystem {
  /// How often something that others make and remove at the same time is looked for again.
  static let mostLooks = 100

  /// The name of the file whose lock is the turn to write to another one; with no name, to any of its folder.
  static func turnName(_ name: String = "") -> String {
    "\(temporaryPrefix)kunci" + (name.isEmpty ? "" : "-\(name)")
  }

  /// Waits for the turn to write.
  ///
  /// - Parameters:
  ///   - wanted: What is written to, in a folder that is there.
  ///   - name: The name of the lock's file.
  ///   - folder: The folder that it is in.
  ///   - deadline: When waiting ends.
  /// - Returns: The turn.
  /// - Throws: ``FileFailure``, with ``FileFailure/Reason/locked`` where the wait was too long.
  func turn(
    to wanted: FilePath, by name: String, in folder: FilePath,
    until deadline: ContinuousClock.Instant
  ) throws(FileFailure) -> WritersTurn {
    let path = folder.appending(name)
    while true {
      let (file, wasMade) = try openTurn(path, for: wanted)
      var isHeld = false
      do throws(FileFailure) {
        isHeld = try lock(file, wanted, until: deadline)
        if try isNamed(path, file) { return WritersTurn(file, at: path, in: self) }
      } catch {
        // While another has the lock, the name is its own.
        if isHeld || (wasMade && !error.isLocked) { calls.dropName(FilePlace(path)) }
        calls.close(file)
        throw error
      }
      // The writer before removed it.
      calls.close(file)
      guard ContinuousClock.now < deadline else { throw FileFailure(.lock, wanted, .locked) }
    }
  }

  private func openTurn(
    _ path: FilePath, for wanted: FilePath
  ) throws(FileFailure) -> (FileDescriptor, wasMade: Bool) {
    for _ in 1...FileSystem.mostLooks {
      if let status = try status(of: FilePlace(path)) {
        guard status.type == .regular else { throw try irregular(status, path, while: .create) }
        do {
          return (
            try open(FilePlace(path), .readWrite, [.closeOnExec, .noFollow, .nonBlocking]), false
          )
        } catch {
          guard error.isMissing else { throw error }
        }
      } else {
        do {
          return (try make(FilePlace(path), .readWrite, [], for: wanted, onlyWriters: true), true)
        } catch {
          guard error.errno == .fileExists else { throw error }
        }
      }
    }
    throw FileFailure(.lock, wanted, .locked)
  }

  /// Takes the exclusive lock of a file, waiting until a deadline at most.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - path: What a failure names.
  ///   - deadline: When waiting ends.
  ///   - mayHold: Whether the lock is waited for while another holds it, asked each time.
  /// - Returns: Whether it was taken.
  /// - Throws: ``FileFailure``, with ``FileFailure/Reason/locked`` where the wait was too long.
  @discardableResult
  func lock(
    _ file: FileDescriptor, _ path: FilePath, until deadline: ContinuousClock.Instant,
    while mayHold: () throws(FileFailure) -> Bool = { true }
  ) throws(FileFailure) -> Bool {
    var longestNap = 1.0
    while true {
      do {
        try call(.lock, path) { () throws(Errno) in try calls.lock(file) }
        return true
      } catch {
        guard error.errno == .wouldBlock else { throw error }
      }
      guard try mayHold() else { return false }
      let rest = ContinuousClock.now.duration(to: deadline)
      guard rest > .zero else { throw FileFailure(.lock, path, .locked) }
      // Naps of random length keep writers from waking in step and one of them from always losing.
      calls.pause(min(rest, .milliseconds(Double.random(in: 0.5...longestNap))))
      longestNap = min(longestNap * 2, 8)
    }
  }

  /// Whether a path still names an opened file.
  func isNamed(_ path: FilePath, _ file: FileDescriptor) throws(FileFailure) -> Bool {
    let opened = try call(.inspect, path) { () throws(Errno) in try calls.inspect(file) }
    guard let named = try status(of: FilePlace(path)) else { return false }
    return named.deviceID == opened.deviceID && named.inode == opened.inode
  }
}
