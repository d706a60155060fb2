/// The paper that a receipt is printed on.
package enum ReceiptPaper: String, CaseIterable, Sendable {
  /// Half of an A4 sheet, lying: 210 by 148 mm (ISO 216).
  case a5
  /// Folio as Indonesian offices use it, 215 by 330 mm.
  case f4

  /// The width in millimetres.
  package var width: Int { self == .a5 ? 210 : 215 }

  /// The height in millimetres.
  package var height: Int { self == .a5 ? 148 : 330 }
}
