internal import DurableFiles
internal import Synchronization

/// What a look at a page rests on: the files that were looked at, and the moment where the page asked for it.
final class PageGround: Sendable {
  /// What was looked at beside the settings and the calendars.
  let files: FileWitness
  /// What the settings and the calendars were read from.
  private let definitions: FileWitness
  private let moment: Duration
  private let isMomentary = Atomic(false)

  init(on definitions: FileWitness, now: Duration) {
    self.definitions = definitions
    moment = now
    files = FileWitness(now: now)
  }

  /// The clock's own time, since 1970-01-01T00:00:00Z; what asks for it is of this moment only.
  var now: Duration {
    isMomentary.store(true, ordering: .relaxed)
    return moment
  }

  /// Whether whatever was made of it would be made the same again.
  var holds: Bool {
    !isMomentary.load(ordering: .relaxed) && definitions.holds(in: .live) && files.holds(in: .live)
  }
}
