public import ComplianceModel
internal import Hashing
public import LedgerStore

extension FuzzEntry {
  private static let folder = "63.05.12"
  private static let year = 2026

  /// The ledger reader: bytes as they are, and the same lines under a header and with a chain.
  ///
  /// No fuzzer guesses a SHA-256; only the sealed lines reach the rules behind the chain.
  ///
  /// - Parameter bytes: Anything.
  /// - Throws: ``Broken`` where the reader contradicts itself.
  public static func ledger(_ bytes: [UInt8]) throws {
    _ = try readLedger(bytes)
    let sealed = try readLedger(sealed(bytes))
    // What is sealed can still be no row, but never a wrong chain behind a well-formed one.
    try hold(sealed.firstBrokenRow != 0, "the header of a sealed ledger is refused")
  }

  /// Reads bytes as a ledger and holds the result against itself.
  ///
  /// - Parameter bytes: Anything.
  /// - Returns: The ledger.
  /// - Throws: ``Broken`` where the reader contradicts itself.
  public static func readLedger(_ bytes: [UInt8]) throws -> LedgerFile {
    let ledger = try read(bytes)
    try holdPlaces(ledger.findings, in: bytes)
    try hold(ledger.soundLength <= bytes.count, "the sound part is longer than the file")
    try hold(
      ledger.rowCount <= bytes.count { $0 == UInt8(ascii: "\n") }, "more rows than line ends")
    var last = 0
    for event in ledger.events {
      try hold(event.row.number > last, "rows out of order")
      last = event.row.number
      try hold(ledger.row(last)?.id == event.row, "row \(last) cannot be shown")
      try hold(ledger.mark(ofRow: last)?.rows == last, "row \(last) has no mark")
      _ = ledger.lastRow(recordedThrough: event.recorded)
    }
    try hold(last <= ledger.rowCount, "a row after the last one")
    try holdPrefix(of: ledger)
    return ledger
  }

  private static func read(_ bytes: [UInt8]) throws -> LedgerFile {
    guard let kecamatan = RegionCode(folder) else { throw Broken(description: folder) }
    var codes = CodeTable()
    return LedgerFile(bytes, kecamatan: kecamatan, year: year, codes: &codes)
  }

  /// The part that may be trusted is a whole ledger with the same rows.
  private static func holdPrefix(of ledger: LedgerFile) throws {
    let sound = try read(Array(ledger.bytes[..<ledger.soundLength]))
    try hold(sound.firstBrokenRow == nil, "the sound part is broken")
    try hold(sound.tornTail == nil || sound.bytes.isEmpty, "the sound part has a torn tail")
    let trusted = ledger.events.prefix { $0.row.number <= sound.rowCount }
    try hold(
      sound.events.map(\.row) == trusted.map(\.row)
        && trusted.allSatisfy { sound.row($0.row.number) == ledger.row($0.row.number) },
      "the sound part has other rows")
    if ledger.firstBrokenRow == nil {
      try hold(sound.rowCount == ledger.rowCount, "the sound part lacks rows")
      try hold(sound.mark == ledger.mark, "the sound part has another mark")
    }
  }

  /// The lines of bytes as rows of a ledger whose chain is right.
  public static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    let comma = [UInt8(ascii: ",")]
    let lineEnd = [UInt8(ascii: "\n")]
    var sealed = Array(
      ("urutan,dicatat_pada,petugas,peristiwa,unit,laporan,periode,tanggal,diterima,nilai,"
        + "berkas,sha256,catatan,rantai\n").utf8)
    var chain = digest(Array("tenggat-buku-1 \(folder) \(year)".utf8))
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      chain = digest(chain + lineEnd + line)
      for part in [Array(line), comma, chain, lineEnd] { sealed += part }
    }
    return sealed
  }

  private static func digest(_ bytes: [UInt8]) -> [UInt8] {
    Hexadecimal.encode(SHA256.digest(of: bytes))
  }

  /// Findings lie within the text that they speak of.
  ///
  /// - Throws: ``Broken`` where one does not.
  public static func holdPlaces(_ findings: [Finding], in bytes: [UInt8]) throws {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for finding in findings {
      let (line, column) = (finding.place.line, finding.place.column)
      try hold((1...lines.count).contains(line), "line \(line) of \(lines.count): \(finding.what)")
      try hold(
        (1...lines[line - 1].count + 1).contains(column),
        "column \(column) of \(lines[line - 1].count) in line \(line): \(finding.what)")
      try hold(!finding.what.isEmpty && finding.remedy != "", "a finding without words")
    }
  }
}
