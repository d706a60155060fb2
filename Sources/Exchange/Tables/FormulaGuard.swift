internal import ComplianceModel

/// Keeps a spreadsheet from running a text as a formula when it opens a table, so that the text can be had
/// back.
///
/// A `'` is put before a text that begins with `=`, `+`, `-`, `@`, a tab, a line break or a `'`. The same
/// is done within a text after a line break, and after a separator that is not the table's own, before
/// these characters: a spreadsheet that expects `;` splits a table with `,` there. Who reads the
/// table takes away one `'` in each of these places and has the text as it was.
///
/// Source: OWASP, "CSV Injection".
public struct FormulaGuard: Sendable {
  /// The characters after which a spreadsheet may begin a cell.
  private let boundaries: Set<Unicode.Scalar>

  /// The characters with which a cell is run, or changed on opening.
  private static let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "'"]

  /// The separators that spreadsheets expect.
  private static let separators: Set<Unicode.Scalar> = [",", ";", "\t"]

  /// Creates the guard of a table.
  ///
  /// - Parameter separator: What the table has between its fields.
  public init(separator: Unicode.Scalar) {
    boundaries = FormulaGuard.separators.subtracting([separator]).union(["\n", "\r"])
  }

  /// A text that no spreadsheet runs.
  public func guarded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isAtStart = true
    var rest = Substring.UnicodeScalarView(text.unicodeScalars)
    while let scalar = rest.first {
      if isAtStart, needsGuard(rest) { result.append("'") }
      result.append(scalar)
      isAtStart = boundaries.contains(scalar)
      rest.removeFirst()
    }
    return String(result)
  }

  /// The text that ``guarded(_:)`` was given.
  public func original(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isAtStart = true
    var isAfterGuard = false
    for scalar in text.unicodeScalars {
      if isAtStart, !isAfterGuard, scalar == "'" {
        isAfterGuard = true
        continue
      }
      result.append(scalar)
      isAfterGuard = false
      isAtStart = boundaries.contains(scalar)
    }
    return String(result)
  }

  /// Whether what follows begins a cell that is run; blanks in front do not keep a spreadsheet from it.
  private func needsGuard(_ rest: Substring.UnicodeScalarView) -> Bool {
    if rest.first == "'" { return true }
    return rest.first { $0 != " " }.map(FormulaGuard.dangerous.contains) ?? false
  }
}
