internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// Which report a row speaks of: by its code or its name, with a period behind it or not.
extension ImportResolver {
  /// The report that a cell names, and the period: the one beside it, or the one behind it in its cell.
  func report(
    _ word: String, beside text: String, _ unit: RegionCode, _ desk: Desk
  ) throws(ImportFault) -> (Report, String) {
    let calendar = desk.calendar
    let levels: [Report.Level] = unit.isDesa ? [.village, .recommendation] : [.office]
    let owed = calendar.reports(owedBy: unit)
    let unitName = desk.kecamatan.displayName(of: unit)
    guard let (report, cell) = calendar.report(inCell: word, at: levels) else {
      let known = owed.flatMap { [calendar.codes[$0.code]] + $0.aliases }
      let nearest =
        isSuggesting
        ? nearestMatch(to: PeriodCell(behind: word)?.report ?? word, among: known) : nil
      throw ImportFault(
        .report, ImportSentence.unknownReport(word, nearest: nearest, at: unitName),
        cause: ImportSentence.unknownReports(word))
    }
    guard report.isOwed(by: unit) else {
      let codes = owed.map { calendar.codes[$0.code] }
      throw ImportFault(
        .report,
        ImportSentence.notOwed(calendar.codes[report.code], by: unitName, owed: codes),
        cause: ImportSentence.notOwedByAny(calendar.codes[report.code]))
    }
    guard let cell, !text.isEmpty else { return (report, cell?.text ?? text) }
    guard Period(written: cell.text) == Period(written: text) else {
      throw ImportFault(.period, ImportSentence.otherPeriod(text, than: word))
    }
    return (report, text)
  }

  /// What is wrong with a report and a period, whatever unit is meant.
  func faultsAnywhere(report word: String, period text: String) -> ImportFaults {
    ImportFaults([unknownAnywhere(word), noPeriodAtAll(text)].compactMap(\.self))
  }

  /// The fault of a report that no unit owes, where the row's unit is not known.
  private func unknownAnywhere(_ word: String) -> ImportFault? {
    guard !word.isEmpty, let calendar = anyCalendar,
      calendar.report(inCell: word, at: Report.Level.allCases) == nil
    else { return nil }
    let known = calendar.reports.flatMap { [calendar.codes[$0.code]] + $0.aliases }
    return ImportFault(
      .report,
      ImportSentence.unknownReport(
        word, nearest: isSuggesting ? nearestMatch(to: word, among: known) : nil,
        at: "unit mana pun"),
      cause: ImportSentence.unknownReports(word))
  }

  /// The fault of a period that no report has, where the row's report is not known.
  func noPeriodAtAll(_ text: String) -> ImportFault? {
    guard !text.isEmpty, Period(written: text) == nil else { return nil }
    return ImportFault(.period, ImportSentence.noPeriod(text))
  }
}

extension ReportCalendar {
  /// The report that a cell names: with or without `Laporan` in front, and a period behind.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - levels: The levels that are meant.
  /// - Returns: The report, and the period that stands in the cell too; `nil` where it names none.
  fileprivate func report(
    inCell cell: String, at levels: some Collection<Report.Level>
  ) -> (report: Report, period: PeriodCell?)? {
    func named(_ word: String) -> Report? {
      reports(named: word, at: levels).first
        ?? ReportCalendar.withoutFront(word).flatMap { reports(named: $0, at: levels).first }
    }
    if let report = named(cell) { return (report, nil) }
    guard let period = PeriodCell(behind: cell), let report = named(period.report) else {
      return nil
    }
    return (report, period)
  }

  /// A name without `Laporan` or `Dokumen`, or what is short for them, in front; `nil` where none stands
  /// there.
  private static func withoutFront(_ word: String) -> String? {
    let front = word.prefix(while: \.isLetter)
    guard ["lap", "laporan", "dok", "dokumen"].contains(front.lowercased()) else { return nil }
    return String(word[front.endIndex...])
  }
}
