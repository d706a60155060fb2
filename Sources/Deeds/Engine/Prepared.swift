internal import Workspace

/// Rows of a request that the rules take: they can be recorded, or only looked at.
public struct Prepared<Outcome: Sendable> {
  private let write: () throws -> Outcome
  private let look: () throws -> Preview<Outcome>

  /// Prepares the rows of a deed.
  ///
  /// - Parameters:
  ///   - deed: The deed.
  ///   - known: What its acts saw in the ledgers.
  ///   - outcome: What comes of the rows.
  init<Doing>(
    _ deed: Deed<Doing>, knowing known: @escaping ([Doing]) -> KnownRows = { _ in KnownRows() },
    outcome: @escaping (Recorded<Doing>) -> Outcome
  ) {
    write = { outcome(try deed.record()) }
    look = {
      let foreseen = try deed.foreseen()
      return Preview(
        outcome(foreseen.recorded), foreseen.entries, foreseen.files,
        knowing: known(foreseen.recorded.rows.map(\.act)))
    }
  }

  /// What records the rows.
  var admitted: Admitted<Outcome> { Admitted(write) }

  /// What recording the rows would come to; nothing is written.
  ///
  /// - Returns: The rows as they would be.
  /// - Throws: What stands against the evidence.
  func preview() throws(RequestFailure) -> Preview<Outcome> { try RequestFailure.wrap(look) }
}
