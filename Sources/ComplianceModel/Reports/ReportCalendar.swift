/// The reports, rules and events that hold for one kecamatan: the layers of its calendars, merged.
public struct ReportCalendar: Sendable {
  /// The codes of reports, events and roles; a ledger that is read beside adds its own.
  public var codes: CodeTable
  /// Every report that a calendar defines, in the order of the files.
  public let reports: [Report]
  /// Every kind of event that a calendar defines.
  public let events: [EventKind]

  private var reportIndex = CodeNumbers()

  /// Creates a calendar from merged layers.
  public init(codes: CodeTable, reports: [Report], events: [EventKind]) {
    self.codes = codes
    self.reports = reports
    self.events = events
    for (place, report) in reports.enumerated().reversed() { reportIndex[report.code] = place }
  }

  /// The report with a code; `nil` where no calendar defines it.
  public func report(_ code: Code) -> Report? { reportIndex[code].map { reports[$0] } }

  /// The place of a report among ``reports``; `nil` where no calendar defines it.
  public func place(of code: Code) -> Int? { reportIndex[code] }

  /// The kind of event with a code; `nil` where no calendar defines it.
  public func event(_ code: Code) -> EventKind? { events.first { $0.code == code } }

  /// The reports that a unit owes, in the order of the files.
  public func reports(owedBy unit: RegionCode) -> [Report] {
    reports.filter { $0.isOwed(by: unit) }
  }

  /// The reports of one level that a word names, by code or by alias.
  ///
  /// Words are compared as ``folded(_:)`` says, since people write `RKP Desa`, `RKPDesa` and `rkp-desa`
  /// alike.
  public func reports(named word: String, at levels: some Collection<Report.Level>) -> [Report] {
    let wanted = ReportCalendar.folded(word)
    let candidates = reports.filter { levels.contains($0.level) }
    let byCode = candidates.filter { ReportCalendar.folded(codes[$0.code]) == wanted }
    guard byCode.isEmpty else { return byCode }
    return candidates.filter { report in
      report.aliases.contains { ReportCalendar.folded($0) == wanted }
    }
  }
}
