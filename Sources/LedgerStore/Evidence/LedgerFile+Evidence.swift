public import ComplianceModel
import DurableFiles
import SystemPackage

/// What one row says of the file that proves it.
public struct EvidenceClaim: Hashable, Sendable {
  /// The row, void or not.
  public let row: LedgerEvent.RowID
  /// What the row says; `nil` for a kind that is not known.
  public let kind: LedgerEvent.Kind?
  /// The unit that the row is about; `nil` where it is no code.
  public let unit: RegionCode?
  /// `berkas`: the path in the workspace; empty where the row has only a hash.
  public let path: String
  /// `sha256` as it is written.
  public let sha256: String
  /// Where the row names the file.
  public let place: SourcePlace

  /// Whether the file is a list of several files, by its name.
  public var isList: Bool { FilePath(path).extension == EvidenceSet.suffix }

  /// Creates a claim.
  public init(
    row: LedgerEvent.RowID, kind: LedgerEvent.Kind?, unit: RegionCode?, path: String,
    sha256: String, place: SourcePlace
  ) {
    self.row = row
    self.kind = kind
    self.unit = unit
    self.path = path
    self.sha256 = sha256
    self.place = place
  }
}

extension LedgerFile {
  /// What the rows say of files, in their order.
  ///
  /// Rows without file and hash are left out, and so are those that cannot be split into fields and
  /// paths that lead out of the workspace: ``findings`` tells of both.
  public var evidence: [EvidenceClaim] {
    var scanner = RowScanner(bytes, name: name, kecamatan: kecamatan, year: year)
    var claims: [EvidenceClaim] = []
    for (index, range) in rows.enumerated() {
      guard scanner.split(range) else { continue }
      let path = scanner.content(.file)
      guard !path.isEmpty || !scanner[.sha256].range.isEmpty else { continue }
      guard path.isEmpty || path.withUnsafeBufferPointer({ Evidence.isInside($0) }),
        !path.contains(0)
      else { continue }
      // The header is line 1, so that row N stands on line N + 1.
      let column = path.isEmpty ? LedgerColumn.sha256 : .file
      let offset = scanner[column].range.lowerBound
      let place = SourcePlace(
        file: name, line: index + 2, column: scanner.fields.column(of: offset))
      claims.append(
        EvidenceClaim(
          row: LedgerEvent.RowID(year: year, number: index + 1),
          kind: LedgerEvent.Kind(rawValue: scanner.text(.kind)),
          unit: RegionCode(scanner.text(.unit)), path: scanner.text(.file),
          sha256: scanner.text(.sha256), place: place))
    }
    return claims
  }

  /// The first row, among those that both files have, whose bytes differ; 0 for the header.
  ///
  /// - Parameter other: Another copy of the same ledger.
  /// - Returns: The number of the row; `nil` where one file begins as the whole other one does.
  public func firstDifference(from other: LedgerFile) -> Int? {
    guard rowCount > 0, other.rowCount > 0 else { return nil }
    let ends = (rows[0].lowerBound, other.rows[0].lowerBound)
    guard bytes[..<ends.0].elementsEqual(other.bytes[..<ends.1]) else { return 0 }
    return zip(rows, other.rows).enumerated().first { _, ranges in
      // The line end is compared too: CRLF is not what was written.
      bytes[ranges.0.lowerBound...ranges.0.upperBound]
        != other.bytes[ranges.1.lowerBound...ranges.1.upperBound]
    }.map { $0.offset + 1 }
  }

  /// The bytes of a row as text, without its line end; `nil` where there is no such row.
  public func text(ofRow number: Int) -> String? {
    guard rows.indices.contains(number - 1) else { return nil }
    return String(decoding: bytes[rows[number - 1]], as: UTF8.self)
  }
}
