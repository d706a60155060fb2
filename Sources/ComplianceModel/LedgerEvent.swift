public import CivilCalendar

/// One row of the ledger, as far as judging needs it.
///
/// The texts of the row (who, why, which file) stay in the ledger and are fetched by ``row``.
public struct LedgerEvent: Sendable {
  /// What a row says.
  public enum Kind: String, CaseIterable, Sendable {
    /// A report was handed in, set or issued.
    case submitted = "serah"
    /// It was accepted.
    case accepted = "terima"
    /// It was returned for revision.
    case returned = "kembali"
    /// The unit is exempt.
    case exempted = "bebas"
    /// The due date was moved to ``LedgerEvent/date``.
    case extended = "perpanjang"
    /// A dated fact that a rule needs.
    case fact = "kejadian"
    /// A measured indicator.
    case measured = "ukur"
    /// A quarter's signed snapshot.
    case frozen = "beku"
    /// Another row is void.
    case voided = "batal"
  }

  /// The place of a row: the year of its file and its number there.
  public struct RowID: Hashable, Comparable, Sendable {
    /// The year in the file's name.
    public let year: Int
    /// `urutan`, from 1.
    public let number: Int

    /// Creates a place.
    public init(year: Int, number: Int) {
      self.year = year
      self.number = number
    }

    /// The row as people name it: `2026#12`.
    public var text: String { "\(year)#\(number)" }

    /// Orders rows by file, then by number.
    public static func < (lhs: Self, rhs: Self) -> Bool {
      (lhs.year, lhs.number) < (rhs.year, rhs.number)
    }
  }

  /// Where the row stands.
  public let row: RowID
  /// What it says.
  public let kind: Kind
  /// The unit it speaks of.
  public let unit: RegionCode
  /// The report, event or indicator; `nil` where the row has none.
  public let subject: Code?
  /// The covered period; `nil` where the row has none.
  public let period: Period?
  /// `tanggal`: the day that the rule speaks of; for ``Kind/extended`` the new due date.
  public let date: CivilDate
  /// `diterima`: the day on which the office received it; for ``Kind/extended`` the letter's day.
  public let received: CivilDate
  /// The civil day of `dicatat_pada`.
  public let recorded: CivilDate
  /// The row that a ``Kind/voided`` row voids.
  public let voids: RowID?

  /// Creates a row.
  public init(
    row: RowID, kind: Kind, unit: RegionCode, subject: Code?, period: Period?, date: CivilDate,
    received: CivilDate, recorded: CivilDate, voids: RowID? = nil
  ) {
    self.row = row
    self.kind = kind
    self.unit = unit
    self.subject = subject
    self.period = period
    self.date = date
    self.received = received
    self.recorded = recorded
    self.voids = voids
  }

  /// The obligation that the row speaks of; `nil` where it names no report and period.
  public var obligation: Obligation.ID? {
    guard let subject, let period else { return nil }
    return Obligation.ID(report: subject, unit: unit, period: period)
  }
}
