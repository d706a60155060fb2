public import ComplianceModel

extension Indicator {
  /// A value that a person wrote, as the ledger holds it: `12/15`, `48` or `82.50`.
  ///
  /// - Parameter written: The text; a comma is taken for the decimal point that people mean.
  /// - Returns: The value.
  /// - Throws: ``ValueRefusal`` for what is no value of the indicator.
  public func value(written: String) throws(ValueRefusal) -> String {
    let text = written.contains(".") ? written : written.replacing(",", with: ".")
    func refusal(_ reason: ValueRefusal.Reason) -> ValueRefusal {
      ValueRefusal(written: written, indicator: self, reason: reason)
    }
    guard !Indicator.isOfNothing(text) || kind == .index else { throw refusal(.ofNothing) }
    guard let value = MeasuredValue(text), IndicatorFigure(kind, value) != nil else {
      throw refusal(.otherKind)
    }
    switch value {
    case .share where kind == .count && wording.denominator == nil: throw refusal(.share)
    case .share(let share): return "\(share.numerator)/\(share.denominator)"
    case .number(let number) where kind == .count: return "\(number.numerator)"
    case .number:
      guard let hundredths = value.hundredths else { throw refusal(.decimals) }
      if let range = scale?.range, !range.contains(hundredths) { throw refusal(.outside(range)) }
      return Indicator.decimal(hundredths)
    }
  }

  /// The sum of the parts of a score, which a person wrote in the order of ``components``.
  ///
  /// - Parameter written: The values with commas between them, each with at most two decimals.
  /// - Returns: The sum as the ledger holds it, and the parts in hundredths.
  /// - Throws: ``ValueRefusal`` for a part that is no value of its component.
  public func sum(
    ofComponents written: String
  ) throws(ValueRefusal) -> (sum: String, parts: [(component: Component, hundredths: Int)]) {
    func refusal(_ reason: ValueRefusal.Reason) -> ValueRefusal {
      ValueRefusal(written: written, indicator: self, reason: reason)
    }
    guard !components.isEmpty else { throw refusal(.noComponents) }
    let texts = written.split(separator: ",", omittingEmptySubsequences: false)
    guard texts.count == components.count else { throw refusal(.componentCount(texts.count)) }
    var parts: [(component: Component, hundredths: Int)] = []
    for (text, component) in zip(texts, components) {
      guard let hundredths = MeasuredValue(text)?.hundredths,
        hundredths <= component.maximumHundredths
      else { throw refusal(.component(String(text), component)) }
      parts.append((component, hundredths))
    }
    return (Indicator.decimal(parts.map(\.hundredths).reduce(0, +)), parts)
  }

  /// Whether a text is a share of nothing, with something above the line.
  private static func isOfNothing(_ text: String) -> Bool {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
      .map { MeasuredValue($0)?.whole }
    guard sides.count == 2, let numerator = sides[0] else { return false }
    return numerator > 0 && sides[1] == 0
  }

  private static func decimal(_ hundredths: Int) -> String {
    Ratio(hundredths, of: 100).decimal() ?? ""
  }
}
