import CivilCalendar
import ComplianceModel

extension LedgerEvent.RowID {
  /// The row that a `batal` names with `#N` or `2025#N` at the head of its catatan.
  ///
  /// - Parameters:
  ///   - note: The catatan.
  ///   - year: The year of the ledger that it is in.
  init?(voidedBy note: ArraySlice<UInt8>, recordedIn year: Int) {
    var rest = note
    let head = LedgerEvent.RowID.number(&rest)
    guard rest.popFirst() == UInt8(ascii: "#"), let number = LedgerEvent.RowID.number(&rest),
      number > 0, rest.first.map({ $0 == UInt8(ascii: " ") }) ?? true,
      head.map({ CivilDate.years.contains($0) }) ?? true
    else { return nil }
    self.init(year: head ?? year, number: number)
  }

  /// The number at the head of bytes, taken off them; `nil` where there is none.
  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    let digits = bytes.prefix(while: \.isDigit)
    bytes.removeFirst(digits.count)
    guard (1...9).contains(digits.count) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}

extension UInt8 {
  /// Whether it is a digit of ASCII.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
