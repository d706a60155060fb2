public import CivilCalendar
public import Compliance
public import ComplianceModel
public import DurableFiles
public import LedgerStore

/// Why a file of the drop folder cannot be placed, as data; the program that meets the user makes the
/// sentence.
public enum DropTrouble: Error, Hashable, Sendable {
  /// It is no regular file, and is never opened nor followed.
  case notRegular(FileFailure.Kind)
  /// It has other names as well (hard links), perhaps outside the drop folder; how many in all.
  case severalNames(Int)
  /// A folder, code or desa that is not watched here.
  case unknownUnit(String, nearest: String?)
  /// Units that cannot all be meant.
  case severalUnits([RegionCode])
  /// Several kecamatan are watched and none is named.
  case unitNeeded
  /// A document of a desa without its desa.
  case desaNeeded(report: String)
  /// No unit is named, and a word is nearly the name of one.
  case misspeltUnit(String, name: String)
  /// A kelurahan, which owes no desa document.
  case kelurahan(RegionCode)
  /// Nothing names a report.
  case noReport
  /// A report of another level than the unit's.
  case foreignReport(String, unit: RegionCode)
  /// The unit does not owe the report.
  case notOwed(String, unit: RegionCode)
  /// Several reports are named.
  case severalReports([String])
  /// Several periods are named.
  case severalPeriods([Period])
  /// A quarter, semester or month without its year.
  case periodWithoutYear
  /// The report has no such period.
  case noSuchPeriod(Period, report: String, forms: [Period])
  /// No period is named, and none or several are open.
  case periodNeeded(report: String, choices: [PeriodChoice])
  /// Several dates are named.
  case severalDates([CivilDate])
  /// Words that may turn the meaning round.
  case notUnderstood([String], Reading)
  /// The name asks for a recommendation, which the camat issues and nobody hands in.
  case recommendation(Reading)
  /// A folder speaks of another time than its file.
  case folderOfOtherTime(String, Period)
  /// One date that can be read in two ways.
  case ambiguousDate(CivilDate, CivilDate)
  /// What is written as a date is none.
  case noSuchDate(String)
  /// A document that is judged by its enactment without a date in its name.
  case enactmentDateNeeded(report: String)
  /// It proves nothing.
  case unfit(EvidenceFault)
  /// The ledger does not take it.
  case refused(Refusal, report: String, Period, unit: RegionCode)

  /// What is understood of a name.
  public struct Reading: Hashable, Sendable {
    /// The unit.
    public let unit: RegionCode
    /// The code of the report.
    public let report: String
    /// The covered period; `nil` where the name states none and not one alone is open.
    public let period: Period?
    /// The date in the name; `nil` where there is none, or no single one.
    public let date: CivilDate?
    /// The day of receipt.
    public let received: CivilDate
    /// Whether the report is judged by a date that the name has to state.
    public let needsDate: Bool
  }

  /// A period that may be meant.
  public struct PeriodChoice: Hashable, Sendable {
    /// The period.
    public let period: Period
    /// Where its obligation stands.
    public let status: Status
    /// Whether it is open: overdue or due soon.
    public let isOpen: Bool
  }
}
