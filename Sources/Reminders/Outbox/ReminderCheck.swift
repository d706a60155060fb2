public import CivilCalendar
public import ComplianceModel
public import DurableFiles
internal import Workspace

/// Looks an outbox over: what could not be read, routes that fail, and days without a run.
public enum ReminderCheck {
  /// What is worth a look; nothing that it tells stops anything.
  ///
  /// - Parameters:
  ///   - outbox: The outbox.
  ///   - settings: How the office reminds.
  ///   - today: Today.
  ///   - calendar: The office's working days.
  /// - Returns: Remarks; none for an outbox that was never used.
  /// - Throws: `FileFailure` where it cannot be read.
  public static func findings(
    _ outbox: Outbox, _ settings: ReminderSettings, asOf today: CivilDate,
    _ calendar: WorkingDayCalendar
  ) throws(FileFailure) -> [Finding] {
    let (rows, unreadable) = try outbox.read()
    let state = OutboxState(rows, asOf: today)
    var findings = unreadable
    let place = SourcePlace(file: Workspace.reminderFolder)
    func remark(_ sentence: ReminderSentence.Sentence) {
      findings.append(
        Finding(sentence.problem, .remark, at: place, sentence.what, fix: sentence.fix))
    }
    let horizon = today.adding(days: OutboxState.believedDaysAhead)
    if let last = rows.lazy.map(\.instant.date).max(), last > horizon {
      remark(ReminderSentence.rowsAhead(last))
    }
    if let last = state.lastRun?.date {
      switch LastRun(last, good: state.lastGoodRun?.date, asOf: today, calendar) {
      case .good: break
      case .missed(let day, let days): remark(ReminderSentence.missedRuns(day, days))
      case .failing(_, let good): remark(ReminderSentence.failingRuns(since: good))
      }
    }
    for claim in state.openClaims where settings.isAtMostOnce || claim.isCutOff {
      guard try !outbox.isBusy(claim.turn) else { continue }
      remark(
        settings.isAtMostOnce ? ReminderSentence.openClaim(claim) : ReminderSentence.cutOff(claim))
    }
    for (route, trouble) in state.failingRoutes(settings).sorted(by: {
      ($0.key.person, $0.key.channel) < ($1.key.person, $1.key.channel)
    }) {
      remark(ReminderSentence.trouble(route, trouble))
    }
    return findings
  }
}

extension OutboxState {
  /// The routes that fail: after a good run nothing is left to be sent over one that failed before.
  ///
  /// - Parameter settings: Where a message is sent once at most, what may have arrived is not tried again.
  /// - Returns: The routes, each with its failures.
  func failingRoutes(_ settings: ReminderSettings) -> [Route: Trouble] {
    troubles.filter { _, trouble in
      guard !(settings.isAtMostOnce && trouble.isUnknown) else { return false }
      return lastGoodRun.map { $0.unixSeconds <= trouble.last.unixSeconds } ?? true
    }
  }
}
