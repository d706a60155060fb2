public import Answers
public import CivilCalendar
public import ComplianceModel

/// What one person is told on one day over one channel.
public struct Digest: Sendable {
  /// One line: an obligation that is owed, or several of one report, period and due date.
  public struct Line: Sendable {
    /// The first of the obligations, which speaks for all but for its unit.
    public let situation: Situation
    /// The due date in force.
    public let due: CivilDate
    /// Today where they lie.
    public let day: CivilDate
    /// The units that owe it.
    public let units: [RegionCode]
    /// The role that answers for it, where the one who is told does not.
    public let responsible: String?
  }

  /// Where a line stands in the message.
  public enum Section: CaseIterable, Sendable {
    /// Past its due date.
    case late
    /// Due today, or today is the last working day before the due date.
    case today
    /// Due later.
    case soon
  }

  /// Who is told.
  public let recipient: Recipient
  /// The channel.
  public let channel: ChannelSettings
  /// What is told, so that it is told once: a stage for each role that the person holds.
  public let keys: [ReminderKey]
  /// The lines, by section.
  public let sections: [(section: Section, lines: [Line])]
  /// The summary of the week, where it is due: all that is open and not told of in ``sections``.
  public let week: [(section: Section, lines: [Line])]

  /// How many obligations of a section are told of.
  public func count(_ section: Section) -> Int {
    sections.filter { $0.section == section }.flatMap(\.lines).reduce(0) { $0 + $1.units.count }
  }
}

extension Digest {
  /// Days after the due date beyond which what is still open is counted together, and not listed, where
  /// all that is open is looked at.
  static let longOverdueDays = 14

  /// What is so long overdue that it is only counted.
  struct LongOverdue {
    /// How many obligations.
    let count: Int
    /// The earliest due date.
    let oldest: CivilDate
  }
}

extension [Digest.Line] {
  /// The lines that are listed, and the rest, which is long overdue, as one; what was returned is
  /// listed, since somebody is at work on it.
  func parted() -> (listed: [Digest.Line], longOverdue: Digest.LongOverdue?) {
    func isOld(_ line: Digest.Line) -> Bool {
      line.due.days(to: line.day) > Digest.longOverdueDays && line.situation.state.returned == nil
    }
    let old = filter(isOld)
    let overdue = old.map(\.due).min().map { oldest in
      Digest.LongOverdue(count: old.reduce(0) { $0 + $1.units.count }, oldest: oldest)
    }
    return (filter { !isOld($0) }, overdue)
  }
}

extension Digest.Line {
  /// The section of the line.
  var section: Digest.Section {
    if day > due { return .late }
    return day == due || day == situation.lastWorkingDay ? .today : .soon
  }
}
