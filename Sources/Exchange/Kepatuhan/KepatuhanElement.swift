import CivilCalendar

/// An element of a compliance XML, whose values are read as what they mean.
///
/// Everything that is missing or means nothing is a ``FaultyDocument`` on the element's line.
struct KepatuhanElement: KepatuhanAttributes {
  private let element: XMLElement

  init(_ element: XMLElement) { self.element = element }

  var line: Int { element.line }

  func attribute(_ name: String) throws(XMLFailure) -> String? { try element.attribute(name) }

  /// The elements directly in it, in the order of the file.
  var children: [KepatuhanElement] { element.children.map(KepatuhanElement.init) }

  /// The text in it.
  var text: String { get throws { try element.text() } }

  /// The elements directly in it that have a name.
  func children(named name: String) -> [KepatuhanElement] {
    children.filter { $0.element.name == name }
  }

  /// The first element directly in it that has a name.
  func child(_ name: String) throws -> KepatuhanElement {
    guard let child = children(named: name).first else { throw fault(Messages.missing(name)) }
    return child
  }

  /// Reads a date; `nil` where it is none.
  static func date(_ text: String) -> CivilDate? { CivilDate(iso: Array(text.utf8)[...]) }

  /// Reads a count, 0 through 999 999 999, so that no sum of a province overflows.
  static func count(_ text: String) -> Int? {
    Int(text).flatMap { (0...999_999_999).contains($0) ? $0 : nil }
  }

  /// Reads what an indicator counts, which may be an amount in rupiah; `nil` above what a year can hold.
  ///
  /// The ledger takes numbers of fifteen digits, twelve a year. An `Int` holds the sum of 700 such
  /// years, more than the kecamatan of any province.
  static func amount(_ text: String) -> Int? {
    Int(text).flatMap { (0...12_000_000_000_000_000).contains($0) ? $0 : nil }
  }

  /// Reads a number with two decimals as hundredths: `87.50` is 8750; `nil` past the width of `Int`.
  static func hundredths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, let whole = Int(parts[0]), whole >= 0,
      let rest = Int(parts[1]), rest >= 0
    else { return nil }
    let (scaled, overflows) = whole.multipliedReportingOverflow(by: 100)
    let (sum, sumOverflows) = scaled.addingReportingOverflow(rest)
    return overflows || sumOverflows ? nil : sum
  }
}
