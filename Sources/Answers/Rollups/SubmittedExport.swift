public import CivilCalendar
public import Compliance
public import ComplianceModel

/// What the export of one kecamatan says that a roll-up needs.
public struct SubmittedExport: Hashable, Sendable {
  /// The file as it is named to the user.
  public let file: String
  /// The kecamatan.
  public let kecamatan: RegionCode
  /// The names of the province, the kabupaten and the kecamatan; empty where the export has none.
  public let provinceName, regencyName, kecamatanName: String
  /// The duty year or quarter.
  public let duty: DutyStatement.Duty
  /// The day of judging.
  public let asOf: CivilDate
  /// The first watched day; `nil` where everything is watched.
  public let watchedSince: CivilDate?
  /// When the export was made.
  public let made: ClockReading
  /// The counts of its summary.
  public let tally: Tally
  /// The ledgers that it was made from.
  public let ledgers: [Mark]
  /// The codes of the kecamatan's reports, each once, in the order of their text, with blanks between.
  public let reports: String
  /// The codes of its indicators in the same form; empty where it has none.
  public let indicators: String

  /// What an export states of a ledger, and where.
  public struct Mark: Hashable, Sendable {
    /// What is stated.
    public let ledger: LedgerMark
    /// The line of the export, from 1.
    public let line: Int

    /// Creates a mark.
    public init(_ ledger: LedgerMark, line: Int) {
      self.ledger = ledger
      self.line = line
    }
  }

  /// Creates what an export says.
  public init(
    file: String, kecamatan: RegionCode, provinceName: String, regencyName: String,
    kecamatanName: String, duty: DutyStatement.Duty, asOf: CivilDate, watchedSince: CivilDate?,
    made: ClockReading, tally: Tally, ledgers: [Mark], reports: some Sequence<String>,
    indicators: some Sequence<String>
  ) {
    self.file = file
    self.kecamatan = kecamatan
    self.provinceName = provinceName
    self.regencyName = regencyName
    self.kecamatanName = kecamatanName
    self.duty = duty
    self.asOf = asOf
    self.watchedSince = watchedSince
    self.made = made
    self.tally = tally
    self.ledgers = ledgers
    self.reports = Set(reports).sorted().joined(separator: " ")
    self.indicators = Set(indicators).sorted().joined(separator: " ")
  }

  /// Whether another export says the same, whatever its file is called.
  func saysTheSame(as other: SubmittedExport) -> Bool {
    kecamatan == other.kecamatan && duty == other.duty && asOf == other.asOf
      && watchedSince == other.watchedSince && tally == other.tally
      && ledgers.map(\.ledger) == other.ledgers.map(\.ledger) && reports == other.reports
      && indicators == other.indicators
  }
}
