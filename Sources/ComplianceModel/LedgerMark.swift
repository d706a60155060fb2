/// A place in a ledger that fixes all that was written before it: how many rows, and their chain.
///
/// One that somebody else keeps, such as the receiver of an export, proves what the chain alone cannot:
/// that no row was cut off the end, and that the whole chain was not written again.
public struct LedgerMark: Hashable, Sendable {
  /// The kecamatan of the ledger.
  public let kecamatan: RegionCode
  /// The year of the ledger.
  public let year: Int
  /// The number of the last row; 0 before the first.
  public let rows: Int
  /// The `rantai` of that row; before the first row the hash that the ledger begins with.
  public let chain: String

  /// Creates a mark.
  public init(kecamatan: RegionCode, year: Int, rows: Int, chain: String) {
    self.kecamatan = kecamatan
    self.year = year
    self.rows = rows
    self.chain = chain
  }

  /// Reads the mark that a document states.
  ///
  /// - Parameters:
  ///   - file: The ledger below `buku`, `63.05.12/2026.csv`; any other form gives `nil`.
  ///   - rows: The number of the last row; `nil` results where it is negative.
  ///   - chain: Its `rantai`.
  public init?(file: String, rows: Int, chain: String) {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasSuffix(".csv"), let kecamatan = RegionCode(parts[0]),
      kecamatan.level == .kecamatan, let year = Int(parts[1].dropLast(4)), rows >= 0,
      file == LedgerMark.file(kecamatan, year: year)
    else { return nil }
    self.init(kecamatan: kecamatan, year: year, rows: rows, chain: chain)
  }

  /// The ledger below `buku`.
  public var file: String { LedgerMark.file(kecamatan, year: year) }

  /// The ledger of a kecamatan and a year below `buku`: `63.05.12/2026.csv`.
  public static func file(_ kecamatan: RegionCode, year: Int) -> String {
    "\(kecamatan)/\(year).csv"
  }
}
