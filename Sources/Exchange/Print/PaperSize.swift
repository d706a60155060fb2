/// The paper that a letter is printed on.
package enum PaperSize: String, CaseIterable, Sendable {
  /// Folio as Indonesian offices use it, 215 by 330 mm.
  case f4
  /// 210 by 297 mm (ISO 216).
  case a4

  /// The width in millimetres.
  package var width: Int { self == .f4 ? 215 : 210 }

  /// The height in millimetres.
  package var height: Int { self == .f4 ? 330 : 297 }
}
