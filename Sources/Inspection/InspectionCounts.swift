public import CivilCalendar
internal import ComplianceModel

/// What checks found, with what somebody has seen of it, in numbers.
public struct InspectionCounts: Sendable {
  /// How many checks looked.
  public let checks: Int
  /// How many faults were found.
  public let faults: Int
  /// How many remarks were found, seen ones among them.
  public let remarks: Int
  /// How many remarks were seen.
  public let seen: Int

  /// Counts.
  ///
  /// - Parameters:
  ///   - results: What each check found.
  ///   - days: When each finding of each check was marked as seen.
  public init(_ results: [CheckResult], seenOn days: [[CivilDate?]]) {
    checks = results.count
    faults = results.reduce(0) { $0 + $1.findings.count { $0.severity == .fault } }
    remarks = results.reduce(0) { $0 + $1.findings.count } - faults
    seen = days.joined().count { $0 != nil }
  }

  /// How many remarks nobody has seen yet.
  public var new: Int { remarks - seen }

  /// The numbers in words: `29 pemeriksaan: 0 galat, 2 peringatan`.
  ///
  /// - Parameter name: The only check that looked; `nil` where all did.
  /// - Returns: The words.
  public func sentence(only name: String? = nil) -> String {
    let remarks =
      seen == 0
      ? "\(new.indonesian) peringatan"
      : "\(new.indonesian) peringatan baru, \(seen.indonesian) sudah dilihat"
    return "\(checks) pemeriksaan\(name.map { " (\($0))" } ?? ""): \(faults.indonesian) galat, "
      + remarks
  }
}
