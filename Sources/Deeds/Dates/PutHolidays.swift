internal import CalendarFiles
public import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
public import Workspace

/// Holidays that are put into the office's own files: those of a whole year, or some days beside them.
///
/// It writes no row. What is frozen stays as it is.
public struct PutHolidays: DeedRequest {
  /// What is put in.
  public enum Holidays: Hashable, Sendable {
    /// The file of a whole year, as a decree (SKB) gives it; faults in it are told under its name where it has
    /// one, else under that of its place.
    case year(text: [UInt8], file: String? = nil)
    /// Days beside those of the decrees.
    case days([HolidayDay])
  }

  /// What is put in.
  public var holidays: Holidays
  /// What the file was when somebody looked at what would change (``HolidayOutcome/seen``); `nil` where nobody
  /// did.
  public var seen: String?

  /// Creates a request.
  public init(_ holidays: Holidays, seen: String? = nil) {
    self.holidays = holidays
    self.seen = seen
  }

  /// A reason why holidays are not put in, as data; beside these there are a `CalendarRefusal` and the faults of
  /// the file.
  public enum Refused: Error, Hashable, Sendable {
    /// No day is named.
    case noDay
    /// A text is blank, or more than one line.
    case notALine(String)
    /// The day is a holiday already; its name there.
    case known(CivilDate, String)
    /// The file says something else than somebody saw.
    case changedMeanwhile(String)
  }

  /// Checks the holidays; nothing is written.
  public func admitted(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Admitted<HolidayOutcome> {
    _ = try preview(in: workspace, asOf: instant.date)
    return Admitted {
      try workspace.changingCalendars {
        let draft = try drafted(in: workspace, asOf: instant.date)
        let outcome = HolidayOutcome(draft, isWritten: draft.isNews)
        // What is there already is no other's work that would be lost.
        guard seen == nil || seen == outcome.seen || !draft.isNews else {
          throw Refused.changedMeanwhile(draft.file)
        }
        if draft.isNews { try draft.write() }
        return outcome
      }
    }
  }

  /// What putting them in would change; nothing is written.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - today: Today.
  /// - Returns: The outcome as it would be.
  /// - Throws: Everything that stands against it.
  public func preview(
    in workspace: Workspace, asOf today: CivilDate
  ) throws(RequestFailure) -> HolidayOutcome {
    try RequestFailure.wrap {
      HolidayOutcome(try drafted(in: workspace, asOf: today), isWritten: false)
    }
  }

  private func drafted(in workspace: Workspace, asOf today: CivilDate) throws -> HolidayDraft {
    switch holidays {
    case .year(let text, let file):
      return try HolidayDraft(yearFile: text, named: file, in: workspace)
    case .days(let days):
      let years = days.map(\.date.year)
      guard let first = years.min(), let last = years.max() else { throw Refused.noDay }
      let values = try RequestFailure.gather(days) { day in
        try day.checked()
        let written = day.value
        let known = try workspace.holidays(of: day.date.year)?.holidays ?? []
        if let holiday = known.first(where: { $0.date == day.date }), holiday.name != day.name {
          throw Refused.known(day.date, holiday.name)
        }
        return written
      }
      return try HolidayDraft(adding: values, of: first...last, asOf: today, in: workspace)
    }
  }
}

/// A holiday beside those of the decrees.
public struct HolidayDay: Hashable, Sendable {
  /// The day.
  public var date: CivilDate
  /// What it is called.
  public var name: String
  /// What kind of holiday it is.
  public var kind: Holiday.Kind
  /// The letter or decree that sets it.
  public var decree: String

  /// Creates a holiday.
  public init(date: CivilDate, name: String, kind: Holiday.Kind, decree: String) {
    self.date = date
    self.name = name
    self.kind = kind
    self.decree = decree
  }

  /// The entry as it is written.
  var value: WrittenValue {
    .mapping(texts: [
      "tanggal": date.description, "nama": name, "jenis": kind.indonesian, "dasar": decree,
    ])
  }

  /// Sees that its texts can be written.
  func checked() throws(PutHolidays.Refused) {
    for text in [name, decree] {
      guard text.contains(where: { !$0.isWhitespace }), !text.contains(where: \.isNewline) else {
        throw .notALine(text)
      }
    }
  }
}
