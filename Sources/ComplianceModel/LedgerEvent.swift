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
    /// The year, the other kecamatan and the number, so that places are ordered as numbers are.
    private let packed: UInt64

    private static let numberBits: UInt64 = 28
    private static let bookBits: UInt64 = 20

    /// Creates a place.
    ///
    /// - Parameters:
    ///   - year: The year in the file's name.
    ///   - number: `urutan`, from 1.
    ///   - book: The other kecamatan in whose ledger the row stands.
    public init(year: Int, number: Int, in book: RegionCode? = nil) {
      let largest = 1 << RowID.numberBits - 1
      packed =
        UInt64(UInt16(clamping: year)) << (RowID.numberBits + RowID.bookBits)
        | UInt64(book?.kecamatanNumber ?? 0) << RowID.numberBits
        | UInt64(min(max(number, 0), largest))
    }

    /// Reads a row as people name it: `2026#12`, and in a year that is known `#12` or `12`; `nil` for
    /// anything else.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - known: The year that is meant where none is written; `nil` where one has to be.
    public init?(written text: some StringProtocol, in known: Int? = nil) {
      let parts = text.split(separator: "#", omittingEmptySubsequences: false)
      let written = parts.count == 2 && !parts[0].isEmpty ? Int(plain: parts[0]) : known
      guard (1...2).contains(parts.count), let year = written, (1900...2200).contains(year),
        let number = parts.last.flatMap({ Int(plain: $0) }), number > 0
      else { return nil }
      self.init(year: year, number: number)
    }

    /// The year in the file's name.
    public var year: Int { Int(packed >> (RowID.numberBits + RowID.bookBits)) }

    /// `urutan`, from 1.
    public var number: Int { Int(packed & (1 << RowID.numberBits - 1)) }

    /// The other kecamatan in whose ledger the row stands; `nil` for the kecamatan's own.
    public var book: RegionCode? {
      let number = packed >> RowID.numberBits & (1 << RowID.bookBits - 1)
      return number == 0 ? nil : RegionCode(kecamatanNumber: UInt32(number))
    }

    /// The row as people name it: `2026#12`, that of another kecamatan `63.05.13/2026#12`.
    public var text: String { (book.map { "\($0)/" } ?? "") + "\(year)#\(number)" }

    /// Orders rows by file, then by number.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.packed < rhs.packed }
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

extension LedgerEvent {
  /// The row as it is read beside the ledger of another kecamatan.
  ///
  /// - Parameter book: The kecamatan in whose ledger it stands.
  /// - Returns: The row, with its place in that ledger.
  public func read(in book: RegionCode) -> LedgerEvent {
    func place(_ row: RowID) -> RowID { RowID(year: row.year, number: row.number, in: book) }
    return LedgerEvent(
      row: place(row), kind: kind, unit: unit, subject: subject, period: period, date: date,
      received: received, recorded: recorded, voids: voids.map(place))
  }

  /// The same row with its report, event or indicator in the code of another table.
  public func about(_ subject: Code) -> LedgerEvent {
    LedgerEvent(
      row: row, kind: kind, unit: unit, subject: subject, period: period, date: date,
      received: received, recorded: recorded, voids: voids)
  }

  /// The same row about a unit under the code that it has at another time.
  public func about(_ unit: RegionCode) -> LedgerEvent {
    LedgerEvent(
      row: row, kind: kind, unit: unit, subject: subject, period: period, date: date,
      received: received, recorded: recorded, voids: voids)
  }
}
