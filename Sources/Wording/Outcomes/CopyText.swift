/// What came of comparing a workspace with a copy of it, or with an export, in words that every front shares.
package enum CopyText {
  /// One ledger beside its copy.
  ///
  /// - Parameters:
  ///   - name: The file.
  ///   - rows: How many rows it has here.
  ///   - copied: How many rows the copy has.
  ///   - isPrefix: Whether the copy has the first rows of this one.
  /// - Returns: The line.
  package static func ledger(
    _ name: String, rows: Int, copied: Int, isPrefix: Bool
  ) -> String {
    guard isPrefix else { return "\(name): tidak cocok, salinan \(copied) baris, di sini \(rows)" }
    let lacking = rows - copied
    return lacking > 0
      ? "\(name): salinan kurang \(lacking) baris (\(copied) dari \(rows))"
      : "\(name): sama, \(rows) baris"
  }

  /// What was compared with a copy.
  package static func scope(ledgers: Int, evidenceRows: Int) -> String {
    "\(ledgers) buku, \(evidenceRows) baris berbukti"
  }

  /// What was compared with an export.
  package static func scope(marks: Int) -> String { "\(marks) sidik buku" }

  /// What came of all of it.
  ///
  /// - Parameters:
  ///   - other: What it was compared with.
  ///   - scope: What was compared.
  ///   - faults: How many faults were found.
  ///   - remarks: How many remarks were made.
  /// - Returns: The sentence.
  package static func summary(
    _ other: String, _ scope: String, faults: Int, remarks: Int
  ) -> String {
    "\(other): \(scope): \(faults) galat, \(remarks) peringatan"
  }
}
