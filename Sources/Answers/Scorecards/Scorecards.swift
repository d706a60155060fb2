internal import Compliance
public import ComplianceModel
public import Workspace

/// How the indicators of offices stand in a year: the answer behind `iku`.
///
/// ```swift
/// let scope = ScorecardScope(year: 2026, of: workspace.kecamatan, asOf: today)
/// let scorecards = try Scorecards(scope, role: "camat", in: workspace)
/// let labels = scorecards.sheets.map { $0.entries.map(\.indicator.label) }
/// ```
public struct Scorecards: Sendable {
  /// The year, the offices and the day.
  public let scope: ScorecardScope
  /// The code of the only indicator that was asked for, as it was written; `nil` for all.
  public let indicator: String?
  /// The role that was asked for, as a register writes it; `nil` for all.
  public let role: String?
  /// The roles that have a card or answer for an indicator, in the order of the registers, whatever was
  /// asked for.
  public let roles: [String]
  /// The registers of the kecamatan of which something was asked for, one kecamatan after the other.
  public let sheets: [Sheet]
  /// The dates that wait for holidays, so that no indicator can count them.
  public let uncomputed: UncomputedDates
  private let office: Office

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - scope: The year, the offices and the day.
  ///   - indicator: The code of the only indicator that is meant, in any case; `nil` for all.
  ///   - word: The role that answers for what is meant, or on whose card it is, in any spelling; `nil`
  ///     for all.
  ///   - workspace: The workspace, with the units of the scope's day.
  /// - Throws: ``AnswerFailure``; a `WorkspaceFailure` for calendars, registers, holidays or ledgers that
  ///   cannot be read.
  public init(
    _ scope: ScorecardScope, indicator: String? = nil, role word: String? = nil,
    in workspace: Workspace
  ) throws {
    var uncomputed = UncomputedDates()
    var offices: [[Sheet]] = []
    for year in try ScoredYear.all(scope, in: workspace) {
      uncomputed.add(year.duties.plan, year.desk.calendar)
      offices.append(try year.scorecards().map { Sheet($0, year.desk) })
    }
    let sheets = offices.flatMap(\.self)
    let known = sheets.flatMap { $0.entries.map(\.indicator) }
    if let indicator, !known.contains(where: { $0.label.lowercased() == indicator.lowercased() }) {
      throw AnswerFailure.unknownIndicator(
        indicator, year: scope.year, nearest: known.nearest(to: indicator))
    }
    let role = try word.map { word throws(AnswerFailure) in
      try Scorecards.knownRole(word, sheets)
    }
    self.scope = scope
    self.indicator = indicator
    self.role = role
    roles = sheets.flatMap { sheet in sheet.entries.flatMap(sheet.roles) }.groups { $0 }
      .map(\.key)
    self.uncomputed = uncomputed
    office = workspace.office
    self.sheets = offices.map { office in
      office.map { $0.keeping(indicator: indicator, role: role) }
    }.filter { office in office.contains { !$0.entries.isEmpty } }.flatMap(\.self)
    guard !self.sheets.isEmpty else {
      throw AnswerFailure.indicatorOfOtherRole(indicator ?? "", role: word ?? "")
    }
  }

  /// Since when all offices, or one of them, are watched.
  public func watchedSince(_ kecamatan: Kecamatan? = nil) -> WatchedSince {
    WatchedSince(UnitScope([], kecamatan.map { [$0] } ?? scope.kecamatan), office)
  }

  /// The register that is named where one is: of the first kecamatan, where one takes the place of
  /// another in the year that which is in force on the day.
  public var register: IndicatorRegister? {
    let first = sheets.filter { $0.kecamatan.code == sheets.first?.kecamatan.code }
    let named = first.last { $0.scorecard.validity.contains(scope.day) } ?? first.last
    return named?.scorecard.register
  }

  private static func knownRole(
    _ word: String, _ sheets: [Sheet]
  ) throws(AnswerFailure) -> String {
    let known = sheets.flatMap { sheet in sheet.entries.flatMap(sheet.roles) }
    guard let role = Office.role(written: word, among: known) else {
      throw .roleWithoutIndicators(word, known: Set(known).sorted())
    }
    return role
  }
}
