internal import Synchronization
internal import SystemPackage

/// What was looked at in a file system, and what was found there: enough to tell later, without reading anything,
/// whether a second look would find the same.
///
/// A file is known by its inode, its length and both of its times. These times move in steps of the kernel's
/// clock, so that a file that was written to a moment ago may be written to again and look the same: what
/// changed within ``settling`` before the look is never taken for unchanged.
public final class FileWitness: Sendable {
  /// Something that was looked at.
  private struct Look: Hashable {
    let path: FilePath
    let followsLink: Bool
  }

  /// What all looks found.
  private struct Record {
    var found: [Look: FileState?] = [:]
    /// Whether something was written, could not be looked at, or changed between two looks.
    var isSpoilt = false
  }

  private let record = Mutex(Record())
  /// The latest time of change that is old enough.
  private let settled: Duration

  /// How long after a change a file is not taken for unchanged: the coarsest step in which file systems keep
  /// times, twice over.
  public static let settling = Duration.seconds(4)

  /// Prepares for looks.
  ///
  /// - Parameter now: The clock's own time, since 1970-01-01T00:00:00Z.
  public init(now: Duration) { settled = now - FileWitness.settling }

  /// A file system that looks as another does, and has each look noted here.
  public func noting(_ files: FileSystem) -> FileSystem {
    let calls = files.calls
    var noted = calls
    noted.open = { [self] (place, access, options, permissions) throws(Errno) in
      guard access == .readOnly, !options.contains(.create) else {
        spoil()
        return try calls.open(place, access, options, permissions)
      }
      let file: FileDescriptor
      do throws(Errno) {
        file = try calls.open(place, access, options, permissions)
      } catch {
        note(place, !options.contains(.noFollow), failing: error)
        throw error
      }
      if let status = try? calls.inspect(file) {
        note(place, true, FileState(status))
      } else {
        spoil()
      }
      return file
    }
    noted.list = { [self] (place) throws(Errno) in
      // What comes into the folder after this has changed it by the next look.
      do throws(Errno) {
        note(place, true, FileState(try calls.inspectPath(place, true)))
        return try calls.list(place)
      } catch {
        note(place, true, failing: error)
        throw error
      }
    }
    noted.inspectPath = { [self] (place, followsLink) throws(Errno) in
      do throws(Errno) {
        let status = try calls.inspectPath(place, followsLink)
        note(place, followsLink, FileState(status))
        return status
      } catch {
        note(place, followsLink, failing: error)
        throw error
      }
    }
    return FileSystem(calls: noted)
  }

  /// Whether a second look at everything would find the same.
  ///
  /// - Parameter files: The file system.
  /// - Returns: Whether it would; `false` also where that cannot be known.
  public func holds(in files: FileSystem) -> Bool {
    let found = record.withLock { $0.isSpoilt ? nil : $0.found }
    guard let found else { return false }
    return found.allSatisfy { look, state in
      if let state, state.changed > settled { return false }
      let now: FileState?
      do {
        now = try files.state(of: look.path, followingLink: look.followsLink)
      } catch {
        return false
      }
      return FileWitness.isSame(now, state)
    }
  }

  private static func isSame(_ one: FileState?, _ other: FileState?) -> Bool {
    one == other && one?.changed == other?.changed
  }

  private func spoil() { record.withLock { $0.isSpoilt = true } }

  private func note(_ place: FilePlace, _ followsLink: Bool, failing error: Errno) {
    switch error {
    case .interrupted: break
    case .noSuchFileOrDirectory, .notDirectory: note(place, followsLink, nil)
    default: spoil()
    }
  }

  private func note(_ place: FilePlace, _ followsLink: Bool, _ state: FileState?) {
    let look = Look(path: place.path, followsLink: followsLink)
    record.withLock { record in
      if let earlier = record.found.updateValue(state, forKey: look),
        !FileWitness.isSame(earlier, state)
      {
        record.isSpoilt = true
      }
    }
  }
}
