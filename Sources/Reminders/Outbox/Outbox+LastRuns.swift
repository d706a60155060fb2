public import CivilCalendar
public import DurableFiles

extension Outbox {
  /// When the reminders last ran, and what was cut off since they last ran well.
  ///
  /// The newest file is read from its end, since every command that shows something asks for it.
  ///
  /// - Parameter today: The day of looking; what a clock that is wrong wrote on later days is left out.
  /// - Returns: The days of the last run of any outcome, and of the last that was good or fell on a
  ///   quiet day; `nil` where there was none. The messages that were claimed after the last good run,
  ///   of which nothing else is written down, and which nobody is sending: each may have ended its run.
  /// - Throws: `FileFailure` where a file cannot be read.
  public func lastRuns(
    asOf today: CivilDate
  ) throws(FileFailure) -> (any: CivilDate?, good: CivilDate?, cutOff: [OutboxState.Failure]) {
    var latest: CivilDate?
    var good: CivilDate?
    var known: Set<String> = []
    var cutOff: [OutboxState.Failure] = []
    search: for year in try years().reversed() {
      guard let bytes = try files.read(path(year)) else { continue }
      try OutboxText.requireKnownForm(bytes, at: path(year))
      var end = bytes.lastIndex(of: UInt8(ascii: "\n")) ?? bytes.startIndex
      while end > bytes.startIndex {
        let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        defer { end = start - 1 }
        guard let row = OutboxText.row(bytes[start..<end]),
          row.instant.date <= today.adding(days: OutboxState.believedDaysAhead)
        else { continue }
        switch row.event {
        case .ran(let outcome):
          latest = latest ?? row.instant.date
          if outcome != .failed { good = good ?? row.instant.date }
          if outcome == .good { break search }
        case .claimed(let message, let person, let channel, let turn):
          guard known.insert(message).inserted, try !isBusy(turn) else { continue }
          cutOff.append(
            OutboxState.Failure(
              cutOff: OutboxState.Route(person: person, channel: channel), at: row.instant))
        case .sent(let message, _, _), .failed(let message, _, _, _),
          .unsure(let message, _, _, _):
          known.insert(message)
        case .planned, .askedToWait, .held, .snoozed: continue
        }
      }
    }
    return (latest, good, cutOff.reversed())
  }
}
