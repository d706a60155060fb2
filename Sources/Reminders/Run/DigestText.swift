internal import Answers
public import CivilCalendar
public import ComplianceModel
internal import PlainText

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
    /// Since when the office is watched, in words; `nil` where everything is.
    public let watchedSince: String?
    /// The last run, where working days went by without one; else `nil`.
    public let lastRun: CivilDate?
    /// What desa and kecamatan are called.
    public let words: LocalWords
    /// The name of a unit, without its kind: `Bagak`.
    public let unitName: @Sendable (RegionCode) -> String
    /// The name of a role for people.
    public let roleName: @Sendable (String) -> String

    /// Creates the frame of a run's messages.
    public init(
      office: String, isShared: Bool = false, day: CivilDate, isFirst: Bool,
      watchedSince: String? = nil, lastRun: CivilDate?,
      words: LocalWords = .national,
      unitName: @escaping @Sendable (RegionCode) -> String,
      roleName: @escaping @Sendable (String) -> String
    ) {
      self.office = office
      self.isShared = isShared
      self.day = day
      self.isFirst = isFirst
      self.watchedSince = watchedSince
      self.lastRun = lastRun
      self.words = words
      self.unitName = unitName
      self.roleName = roleName
    }
  }

  /// The subject, one line.
  public let subject: String
  /// The text.
  public let text: String
  /// The same in one line, as much as there is room for.
  public let summary: String

  /// Writes a digest.
  ///
  /// - Parameters:
  ///   - digest: What is told.
  ///   - frame: What every message of the run says.
  ///   - isMaybeRepeated: Whether it may have gone out before.
  ///   - machine: Lines for whoever looks after the machine; empty for others.
  ///   - waiting: Lines for the same about the drop folder.
  public init(
    _ digest: Digest, in frame: Frame, maybeRepeated isMaybeRepeated: Bool = false,
    machine: [String] = [], waiting: [String] = []
  ) {
    subject = ReminderSentence.subject(digest, frame.office)
    var head = DigestText.head(frame, digest.recipient, isMaybeRepeated)
    if frame.isFirst { head += ["", ReminderSentence.firstRun] }
    if let last = frame.lastRun { head += ["", ReminderSentence.lastRun(last)] }
    // Of what was late long before the first message nobody was told, and nobody wants a list.
    let told = digest.sections.map { section, own in
      (heading: ReminderSentence.heading(section), own: Lines(own, counts: frame.isFirst))
    }
    let week = Lines(digest.week.flatMap(\.lines), counts: true)
    var parts = told.map { heading, own in
      Part(
        heading: heading,
        blocks: (own.counted.map { [DigestText.block($0, digest.recipient, frame)] } ?? [])
          + own.listed.map { (DigestText.lines($0, digest.recipient, frame), $0.units.count) })
    }
    parts.append(
      Part(
        heading: ReminderSentence.week(isRest: !digest.sections.isEmpty),
        blocks: (week.counted.map { [DigestText.block($0, digest.recipient, frame)] } ?? [])
          + week.listed.map { ([DigestText.summary($0, frame)], $0.units.count) }))
    parts += DigestText.parts(machine: machine, waiting: waiting)
    text = DigestText.text(head, parts, limit: digest.channel.longestText)
    let things =
      told.flatMap { DigestText.things($1, $0.lowercased(), frame) }
      + DigestText.things(week, ReminderSentence.open, frame)
    summary = DigestText.summary(
      subject, isMaybeRepeated,
      things
        + (machine + waiting).map { ("", DigestText.withoutMark($0), 1) })
  }

  /// Writes a message about the machine and the drop folder alone.
  public init(
    machine: [String], waiting: [String] = [], to recipient: Recipient,
    over channel: ChannelSettings, in frame: Frame,
    maybeRepeated isMaybeRepeated: Bool = false
  ) {
    subject =
      machine.isEmpty
      ? ReminderSentence.waitingSubject(frame.office)
      : ReminderSentence.machineSubject(frame.office)
    text = DigestText.text(
      DigestText.head(frame, recipient, isMaybeRepeated),
      DigestText.parts(machine: machine, waiting: waiting), limit: channel.longestText)
    summary = DigestText.summary(
      subject, isMaybeRepeated,
      (machine + waiting).map { ("", DigestText.withoutMark($0), 1) })
  }

  private static func parts(machine: [String], waiting: [String]) -> [Part] {
    [(ReminderSentence.waiting, waiting), (ReminderSentence.machine, machine)].map {
      Part(heading: $0, blocks: $1.map { ([$0], 1) })
    }
  }

  /// What is told under a heading: one by one, and what is so long overdue that it is counted.
  private struct Lines {
    let listed: [Digest.Line]
    let counted: Digest.LongOverdue?

    init(_ lines: [Digest.Line], counts isCounting: Bool) {
      (listed, counted) = isCounting ? lines.parted() : (lines, nil)
    }
  }

  /// What is long overdue, in a line; the first time an officer is told how to begin.
  private static func block(
    _ overdue: Digest.LongOverdue, _ recipient: Recipient, _ frame: Frame
  ) -> (lines: [String], count: Int) {
    let line = ReminderSentence.longOverdue(overdue)
    guard !recipient.isVillage else { return (["- \(line)"], overdue.count) }
    let how =
      frame.isFirst && frame.watchedSince == nil ? ["  \(ReminderSentence.beginning)"] : []
    return (["- \(line); lihat: tenggat jadwal"] + how, overdue.count)
  }

  /// The things under a heading for the whole in one line.
  private static func things(
    _ lines: Lines, _ heading: String, _ frame: Frame
  ) -> [(heading: String, text: String, count: Int)] {
    (lines.counted.map { [(heading, ReminderSentence.longOverdue($0), $0.count)] } ?? [])
      + lines.listed.map { (heading, brief($0, frame), $0.units.count) }
  }

  /// Lines under a heading, with how many things each block of them tells.
  private struct Part {
    let heading: String
    let blocks: [(lines: [String], count: Int)]
  }

  /// The whole text: blocks in their order, as many as there is room for, and how many were left out.
  private static func text(_ head: [String], _ parts: [Part], limit: Int?) -> String {
    var lines = head
    var omitted = 0
    func length(_ lines: [String]) -> Int { lines.reduce(0) { $0 + $1.utf16.count + 1 } }
    let room = limit.map { $0 - length(["", ReminderSentence.omitted(9999)]) }
    var used = length(head)
    for part in parts {
      var heading = ["", part.heading]
      for block in part.blocks {
        let more = heading + block.lines
        guard omitted == 0, room.map({ used + length(more) <= $0 }) ?? true else {
          omitted += block.count
          continue
        }
        lines += more
        used += length(more)
        heading = []
      }
    }
    if omitted > 0 { lines += ["", ReminderSentence.omitted(omitted)] }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - In one line

  /// The whole in one line: things in their order under short headings, as many as there is room for,
  /// and how many were left out.
  private static func summary(
    _ subject: String, _ isMaybeRepeated: Bool,
    _ things: [(heading: String, text: String, count: Int)]
  ) -> String {
    var summary = (isMaybeRepeated ? "\(ReminderSentence.maybeRepeated) " : "") + subject
    let room = ReminderMessage.longestSummary - ReminderSentence.briefOmitted(9999).count - 2
    var heading: String?
    var omitted = 0
    for thing in things {
      let mark = thing.heading == heading ? ", " : heading == nil ? ". " : "; "
      let title = thing.heading == heading || thing.heading.isEmpty ? "" : "\(thing.heading): "
      let more = "\(mark)\(title)\(thing.text)".singleLine
      guard omitted == 0, summary.count + more.count <= room else {
        omitted += thing.count
        continue
      }
      summary += more
      heading = thing.heading
    }
    return omitted > 0 ? "\(summary); \(ReminderSentence.briefOmitted(omitted))" : summary
  }

  /// A thing in few words: `LPPDesa 2025, Desa Bagak (31 Maret 2026, lewat 3 hari)`.
  private static func brief(_ line: Digest.Line, _ frame: Frame) -> String {
    let mark =
      line.situation.state.returned.map { "; \(ReminderSentence.returned($0, on: line.day))" }
      ?? ""
    return "\(what(line, frame)) (\(ReminderSentence.due(line))\(mark))"
  }

  private static func withoutMark(_ line: String) -> String {
    line.hasPrefix("- ") ? String(line.dropFirst(2)) : line
  }

  private static func head(
    _ frame: Frame, _ recipient: Recipient, _ isMaybeRepeated: Bool
  ) -> [String] {
    (isMaybeRepeated ? [ReminderSentence.maybeRepeated] : [])
      + [
        ReminderSentence.title(frame.office),
        "\(frame.day.weekday.indonesian), \(frame.day.indonesian)"
          + (frame.watchedSince.map { ", \($0)" } ?? ""),
        ReminderSentence.recipient(recipient.name),
      ]
  }

  private static func what(_ line: Digest.Line, _ frame: Frame) -> String {
    let desa = line.units.filter(\.isDesa)
    let report = "\(line.situation.code) \(line.situation.period.indonesian)"
    guard let first = desa.first else {
      let names = line.units.map(frame.unitName)
      return frame.isShared
        ? "\(report), \(frame.words[.kecamatan]) \(names.joined(separator: ", "))" : report
    }
    let place =
      frame.isShared ? ", \(frame.words[.kecamatan]) \(frame.unitName(first.kecamatan))" : ""
    return "\(report)\(place), \(ReminderSentence.villages(desa.map(frame.unitName), frame.words))"
  }

  private static func lines(
    _ line: Digest.Line, _ recipient: Recipient, _ frame: Frame
  ) -> [String] {
    let responsible = line.responsible.map(frame.roleName)
    var lines = ["- \(what(line, frame))", "  \(ReminderSentence.due(line))"]
    lines +=
      line.situation.state.returned.map { ["  \(ReminderSentence.returned($0, on: line.day))"] }
      ?? []
    // A desa hands its document in; it is the office that records.
    guard !recipient.isVillage else {
      return lines + (responsible.map { ["  \(ReminderSentence.handIn($0))"] } ?? [])
    }
    lines += responsible.map { ["  \(ReminderSentence.responsible($0))"] } ?? []
    return lines + ["  \(ReminderSentence.record(line, isShared: frame.isShared))"]
  }

  /// A line of the summary of the week.
  private static func summary(_ line: Digest.Line, _ frame: Frame) -> String {
    let mark =
      line.situation.state.returned.map { ", \(ReminderSentence.returned($0, on: line.day))" }
      ?? ""
    return "- \(what(line, frame)): \(ReminderSentence.due(line))\(mark)"
  }
}
