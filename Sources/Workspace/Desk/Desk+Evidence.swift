internal import CivilCalendar
public import ComplianceModel
internal import LedgerStore

extension Desk {
  /// Remarks on bytes that serve another unit as well: one letter may speak of several desa, a file that was
  /// attached by mistake too.
  ///
  /// - Parameters:
  ///   - sha256: The SHA-256 of the bytes, in lower-case hexadecimal.
  ///   - unit: The unit that a row with them was recorded for.
  ///   - file: The file, for the remark.
  ///   - rows: Rows that were recorded with those bytes at once, for which one letter is meant.
  /// - Returns: One remark, or none.
  public func remarks(
    onEvidence sha256: String, of unit: RegionCode, _ file: String,
    besides rows: [LedgerEvent.RowID] = []
  ) -> [Finding] {
    let voided = Set(ledger.events.compactMap(\.voids))
    let others = ledger.events.filter { event in
      event.kind == .submitted && event.unit != unit && !voided.contains(event.row)
        && !rows.contains(event.row)
        && row(event.row)?.entry.sha256 == sha256
    }
    guard let first = others.first else { return [] }
    let names = Set(others.map(\.unit)).sorted().map { kecamatan.displayName(of: $0) }
    return [
      Finding(
        WorkspaceProblem.sharedEvidence, .remark, at: SourcePlace(file: file),
        "isinya sama dengan bukti \(names.joined(separator: ", ")) (baris \(first.row.year)#\(first.row.number))",
        fix:
          "tidak perlu apa-apa bila satu surat memang memuat keduanya; bila tidak, batalkan baris yang "
          + "keliru")
    ]
  }
}
