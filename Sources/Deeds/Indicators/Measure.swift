public import CivilCalendar
internal import Compliance
public import ComplianceModel
public import Workspace

/// A value of an indicator that is to be recorded.
public struct Measure: RowRequest {
  /// The value that was recorded.
  public typealias Outcome = RecordedValues

  /// A value as a person wrote it.
  public enum Value: Hashable, Sendable {
    /// The value itself: `12/15`, `48` or `82.50`.
    case plain(String)
    /// The parts of a score, in the order of the register, with commas between them.
    case components(String)
  }

  /// The code of the indicator.
  public var indicator: String
  /// The value; `nil` where none was written.
  public var value: Value?
  /// What is measured when and where.
  public var terms: MeasurementTerms

  /// Creates a request.
  public init(_ indicator: String, _ value: Value?, _ terms: MeasurementTerms) {
    self.indicator = indicator
    self.value = value
    self.terms = terms
  }

  /// A reason why a value is not recorded, as data; what is wrong with the value itself is a
  /// `ValueRefusal`.
  public enum Refused: Error, Sendable {
    /// The office names no register; those that there are.
    case noRegister(known: [String])
    /// The register that has the indicator is not in force in the period.
    case notInForce(String, Validity, in: Period)
    /// No register has such an indicator.
    case unknown(String, nearest: NearestIndicator?)
    /// The indicator is counted from documents, not measured; its code.
    case fromDocuments(String)
    /// No value was written.
    case noValue(Indicator)
    /// The period has not begun.
    case notBegun(Period)
    /// The day of the measurement is to come.
    case future(CivilDate)
    /// The day of the measurement lies before the period.
    case beforePeriod(CivilDate, Period)
    /// The year is over and has no scorecard, for want of its holidays.
    case noHolidays(Int)
  }

  /// Finds the indicator and admits the value.
  public func prepared(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Prepared<RecordedValues> {
    try RequestFailure.wrap {
      var desk = try workspace.desk(of: terms.kecamatan(in: workspace))
      let indicator = try MeasuredIndicator(indicator, in: terms.period, &desk)
      let (text, words) = try value(of: indicator.original)
      let act = MeasurementAct(
        indicator: indicator, kecamatan: desk.kecamatan.code, text: text, words: words,
        terms: terms)
      return Prepared(try Deed(of: [act], evidence: terms.files, at: instant) { ($0, desk) })
    }
  }

  /// The value as the ledger holds it, and the words that keep its parts.
  private func value(of indicator: Indicator) throws -> (text: String, words: String?) {
    switch value {
    case .plain(let text)?: return (try indicator.value(written: text), nil)
    case .components(let text)?:
      let (sum, parts) = try indicator.sum(ofComponents: text)
      let words = parts.map { component, hundredths in
        "\(component.name) \(Ratio(hundredths, of: 100).decimal(separator: ",") ?? "")"
      }
      return (sum, "komponen: \(words.joined(separator: "; "))")
    case nil: throw Refused.noValue(indicator)
    }
  }
}
