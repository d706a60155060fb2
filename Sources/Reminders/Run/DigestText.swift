public import CivilCalendar
public import ComplianceModel

/// A digest as a message: short lines, for a telephone.
public struct DigestText: Sendable {
  /// What every message of a run says.
  public struct Frame: Sendable {
    /// The office: `Kecamatan Hatungun`.
    public let office: String
    /// Whether it is several kecamatan, so that each line says of which one it speaks.
    public let isShared: Bool
    /// Today.
    public let day: CivilDate
    /// Whether nothing was ever sent before.
    public let isFirst: Bool
    /// The last run, where working days went by without one; else `nil`.
    public let lastRun: CivilDate?
    /// The name of a unit, without its kind: `Bagak`.
    public let unitName: @Sendable (RegionCode) -> String

    /// Creates the frame of a run's messages.
    public init(
      office: String, isShared: Bool = false, day: CivilDate, isFirst: Bool, lastRun: CivilDate?,
      unitName: @escaping @Sendable (RegionCode) -> String
    ) {
      self.office = office
      self.isShared = isShared
      self.day = day
      self.isFirst = isFirst
      self.lastRun = lastRun
      self.unitName = unitName
    }
  }

  /// The subject, one line.
  public let subject: String
  /// The text.
  public let text: String

  /// Writes a digest.
  ///
  /// - Parameters:
  ///   - digest: What is told.
  ///   - frame: What every message of the run says.
  ///   - isMaybeRepeated: Whether it may have gone out before.
  ///   - machine: Lines for whoever looks after the machine; empty for others.
  public init(
    _ digest: Digest, in frame: Frame, maybeRepeated isMaybeRepeated: Bool = false,
    machine: [String] = []
  ) {
    subject = ReminderSentence.subject(digest, frame.office)
    var lines = DigestText.head(frame, digest.recipient, isMaybeRepeated)
    if frame.isFirst { lines += ["", ReminderSentence.firstRun] }
    if let last = frame.lastRun { lines += ["", ReminderSentence.lastRun(last)] }
    for (section, own) in digest.sections {
      lines += ["", ReminderSentence.heading(section)]
      lines += own.flatMap { DigestText.lines($0, frame) }
    }
    if !digest.week.isEmpty {
      lines += ["", ReminderSentence.week]
      lines += digest.week.flatMap { section, own in
        own.map { line in
          "- \(DigestText.what(line, frame)): \(ReminderSentence.due(line, on: frame.day))"
        }
      }
    }
    text = DigestText.closed(lines, machine)
  }

  /// Writes a message about the machine alone.
  public init(
    machine: [String], to recipient: Recipient, in frame: Frame,
    maybeRepeated isMaybeRepeated: Bool = false
  ) {
    subject = ReminderSentence.machineSubject(frame.office)
    text = DigestText.closed(DigestText.head(frame, recipient, isMaybeRepeated), machine)
  }

  private static func head(
    _ frame: Frame, _ recipient: Recipient, _ isMaybeRepeated: Bool
  ) -> [String] {
    (isMaybeRepeated ? [ReminderSentence.maybeRepeated] : [])
      + [
        ReminderSentence.title(frame.office),
        "\(frame.day.weekday.indonesian), \(frame.day.indonesian)",
        ReminderSentence.recipient(recipient.name),
      ]
  }

  private static func closed(_ lines: [String], _ machine: [String]) -> String {
    let all = lines + (machine.isEmpty ? [] : ["", ReminderSentence.machine] + machine)
    return all.joined(separator: "\n") + "\n"
  }

  private static func what(_ line: Digest.Line, _ frame: Frame) -> String {
    let desa = line.units.filter(\.isDesa)
    let report = "\(line.code) \(line.period.indonesian)"
    guard !desa.isEmpty else {
      let names = line.units.map(frame.unitName)
      return frame.isShared ? "\(report), Kecamatan \(names.joined(separator: ", "))" : report
    }
    return "\(report), \(ReminderSentence.villages(desa.map(frame.unitName)))"
  }

  private static func lines(_ line: Digest.Line, _ frame: Frame) -> [String] {
    ["- \(what(line, frame))", "  \(ReminderSentence.due(line, on: frame.day))"]
      + (line.isReturned ? ["  \(ReminderSentence.returned)"] : [])
      + ["  \(ReminderSentence.record(line, isShared: frame.isShared))"]
  }
}
