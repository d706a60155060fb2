public import CivilCalendar
public import Compliance
public import ComplianceModel

/// A reason why a report, or a period of it, that a person wrote is not taken for an obligation, as data.
///
/// Reports are told by their codes, units by their names, as they are printed.
public enum MeaningRefusal: Error, Sendable {
  /// No calendar has such a report.
  ///
  /// - Parameters:
  ///   - word: What was written.
  ///   - nearest: The code or name that was most likely meant.
  ///   - known: The codes of all reports that anybody owes.
  case unknownReport(String, nearest: String?, known: [String])
  /// The unit does not owe the report, but others.
  case notOwed(report: String, unit: String, owed: [String])
  /// The unit is a kelurahan, which owes no report.
  case kelurahan(String)
  /// The code is that of a desa's document, and a kecamatan is named.
  case villageDocument(String)
  /// The code is that of a report of the kecamatan, and a desa is named.
  ///
  /// - Parameters:
  ///   - report: The code.
  ///   - unit: The desa.
  ///   - meant: The code of the desa's own document of this name.
  case officeReport(String, unit: String, meant: String?)
  /// The name is that of a report of units of another kind.
  case foreignReport(String, unit: String, owed: [String])
  /// The report is a desa's, and no desa is named; those of the kecamatan.
  case needsVillage(String, [Unit])
  /// The unit was not there in the period.
  case notThere(report: String, Period, unit: String, Unit)
  /// The report has no such period, but others.
  case noSuchPeriod(report: String, Period, examples: [Period])
  /// No period is named, and not exactly one fits.
  ///
  /// - Parameters:
  ///   - report: The code.
  ///   - unit: The unit.
  ///   - sought: What is looked for.
  ///   - fitting: How many periods fit.
  ///   - choices: The periods that may be meant.
  case notOne(report: String, unit: String, Sought, fitting: Int, choices: [Choice])

  /// What an obligation must be to be meant where no period is named.
  public enum Sought: Sendable {
    /// Somebody can be asked for it.
    case open
    /// It is in, and nobody has accepted it yet.
    case submitted

    /// Whether an obligation is what is looked for.
    public func fits(_ assessment: Assessment) -> Bool {
      switch self {
      case .open: assessment.isOpen
      case .submitted: assessment.waitsForAcceptance
      }
    }
  }

  /// A period that may be meant.
  public struct Choice: Hashable, Sendable {
    /// The covered period.
    public let period: Period
    /// Where its obligation stands.
    public let status: Status
  }
}
