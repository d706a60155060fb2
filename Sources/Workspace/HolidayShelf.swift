package import CivilCalendar
package import ComplianceModel
internal import Synchronization

/// The holidays of a year as a file tells them.
package struct HolidayYear: Sendable {
  /// The file, as it is named to the user.
  package let file: String
  /// The holidays; `nil` where the file cannot be relied on.
  package let holidays: [Holiday]?
  /// What is wrong with the file.
  package let findings: [Finding]
}

/// The holidays that were read, by year.
///
/// A class, since all copies of a ``Workspace`` and all desks share what one of them read.
final class HolidayShelf: Sendable {
  private let years = Mutex<[Int: Result<HolidayYear?, WorkspaceFailure>]>([:])

  /// The holidays of a year, read where nobody asked before; a failure is kept too.
  func year(
    _ year: Int, _ read: () throws(WorkspaceFailure) -> HolidayYear?
  ) throws(WorkspaceFailure) -> HolidayYear? {
    if let known = years.withLock({ $0[year] }) { return try known.get() }
    let result: Result<HolidayYear?, WorkspaceFailure>
    do throws(WorkspaceFailure) {
      result = .success(try read())
    } catch {
      result = .failure(error)
    }
    years.withLock { $0[year] = result }
    return try result.get()
  }
}
