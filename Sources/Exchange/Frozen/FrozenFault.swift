internal import CivilCalendar
public import ComplianceModel
internal import LedgerStore
internal import Workspace

/// Why a frozen quarter cannot be compared with what is known now.
public struct FrozenFault: Error, Sendable {
  /// What kind of thing it is.
  public enum Nature: Hashable, Sendable {
    /// The quarter was not frozen.
    case notFrozen
    /// Its file is gone, changed or of another quarter, or the ledger no longer holds what it held then.
    case damaged
  }

  /// One thing that is wrong.
  public struct Item: Sendable {
    /// Where; `nil` where it is in no file.
    public let place: SourcePlace?
    /// What is wrong, in one sentence without a full stop.
    public let what: String
    /// How to mend it, in one sentence without a full stop.
    public let remedy: Remedy
  }

  /// What kind of thing it is.
  public let nature: Nature
  /// What is wrong, at least one thing.
  public let items: [Item]

  /// A quarter that was not frozen.
  static func notFrozen(_ quarter: Quarter, _ kecamatan: Kecamatan) -> FrozenFault {
    let unit = kecamatan.displayName(of: kecamatan.code)
    return FrozenFault(
      nature: .notFrozen,
      items: [
        Item(
          place: nil, what: "\(quarter.indonesianWithYear) \(unit) belum dibekukan",
          remedy: "bekukan dahulu: \(do: .freeze(quarter, unit: kecamatan.code))")
      ])
  }

  /// A file that is no document of ours.
  static func unreadable(_ file: String, _ fault: FaultyDocument) -> FrozenFault {
    FrozenFault(
      nature: .damaged,
      items: fault.faults.map {
        Item(
          place: SourcePlace(file: file, line: $0.line, column: $0.column ?? 0),
          what: $0.message,
          remedy: "berkas beku ini tidak dapat dibandingkan, bekukan ulang")
      })
  }

  /// A document in a form that this program does not know.
  static func laterForm(_ file: String) -> FrozenFault {
    FrozenFault(
      nature: .damaged,
      items: [
        Item(
          place: SourcePlace(file: file), what: "berkas beku ini ditulis tenggat yang lebih baru",
          remedy: "pasang tenggat terbaru; pembekuannya tetap berlaku")
      ])
  }

  /// Something that is wrong with what a row says.
  static func row(_ row: LedgerRow, _ what: String, fix: Remedy) -> FrozenFault {
    let file = LedgerMark.file(row.entry.unit, year: row.id.year)
    // The header is line 1, so that row N is on line N + 1.
    return ledger(file, line: row.id.number + 1, what, fix: fix)
  }

  /// Something that is wrong with a line of a ledger, by the file's name below `buku/`.
  static func ledger(_ file: String, line: Int, _ what: String, fix: Remedy) -> FrozenFault {
    FrozenFault(
      nature: .damaged,
      items: [
        Item(
          place: SourcePlace(file: "\(LedgerStore.bookFolder)/\(file)", line: line, column: 0),
          what: what, remedy: fix)
      ])
  }
}
