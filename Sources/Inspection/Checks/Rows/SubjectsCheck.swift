internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// Every row names a report, an event and a unit that are known, and a period that was over.
struct SubjectsCheck: Check {
  let name = "buku-kode"
  let summary = "setiap baris menyebut laporan, kejadian, unit yang dikenal, dan periode yang wajar"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    guard let workspace = site.workspace else { return [] }
    let unknown = try site.eachDesk { (desk) throws(WorkspaceFailure) in
      try SubjectsCheck.unknown(desk, workspace, site)
    }
    return try unknown + unfinished(site)
  }

  /// Rows about reports, events and units that no calendar or region table knows.
  private static func unknown(
    _ desk: Desk, _ workspace: Workspace, _ site: Site
  ) throws(WorkspaceFailure) -> [Finding] {
    let calendar = desk.calendar
    let code = desk.kecamatan.code
    let (registers, _, faults) = try site.registers(of: code, calendar, workspace)
    // Where the registers are missing or faulty, that is told once, and not of each row.
    let isRegistered = faults.isEmpty && !registers.isEmpty
    return desk.ledger.events.compactMap { event in
      let place = desk.place(of: event.row)
      if desk.kecamatan.name(of: event.unit) == nil {
        return InspectionSentence.unknownUnit(event.unit, at: place)
      }
      guard let subject = event.subject else { return nil }
      if event.kind == .measured {
        guard isRegistered else { return nil }
        return measurement(event, calendar.codes[subject], registers, desk, at: place)
      }
      let isKnown =
        switch event.kind {
        case .submitted, .accepted, .returned, .exempted, .extended:
          calendar.report(subject)?.isOwed(by: event.unit) ?? false
        case .fact: calendar.event(subject) != nil
        case .measured, .frozen, .voided: true
        }
      return isKnown ? nil : InspectionSentence.unknownSubject(calendar.codes[subject], at: place)
    }
  }

  /// What is odd about a measured value: nothing that is wrong with it stops anything.
  private static func measurement(
    _ event: LedgerEvent, _ label: String, _ registers: [IndicatorRegister], _ desk: Desk,
    at place: SourcePlace
  ) -> Finding? {
    // The codes of the registers are not those of the ledger.
    let indicators = registers.flatMap(\.indicators).filter {
      $0.label.lowercased() == label.lowercased()
    }
    guard let indicator = indicators.last else {
      return InspectionSentence.unknownIndicator(label, at: place)
    }
    if case .documents = indicator.source {
      return InspectionSentence.countedIndicator(indicator.label, at: place)
    }
    let value = desk.measuredValue(event.row)
    guard value.map({ IndicatorFigure(indicator.kind, $0) != nil }) ?? false else {
      return InspectionSentence.unreadableValue(indicator, at: place)
    }
    return value.flatMap { indicator.remark(on: $0, at: place) }
  }

  /// Submissions for a period that was not over: most likely its year or quarter is mistyped.
  private func unfinished(_ site: Site) throws(WorkspaceFailure) -> [Finding] {
    try site.eachObligation { desk, obligation, rows in
      rows.filter { $0.kind == .submitted }.compactMap { row in
        obligation.flatMap { desk.remark(on: $0, recordedIn: row.row, dated: row.date) }
          .map { (row.row, $0) }
      }
    }
  }
}
