public import ComplianceModel
public import Workspace

/// One thing that `periksa` looks at, in one file.
public protocol Check: Sendable {
  /// The name by which a person asks for it.
  var name: String { get }

  /// What it looks at, in one line.
  var summary: String { get }

  /// Reads what has to be read before any ledger is.
  ///
  /// It is called for all checks before the first of them looks.
  func prepare(_ site: Site)

  /// Looks.
  ///
  /// - Parameter site: The workspace, read once for all checks.
  /// - Returns: The faults and remarks; none where all is well, or where another check reports what is
  ///   wrong with the files that this one needs.
  /// - Throws: `WorkspaceFailure` where a file cannot be read at all, which is then a fault of the check.
  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding]
}

extension Check {
  /// Reads nothing.
  public func prepare(_ site: Site) {}
}

/// All checks, in the order in which they are listed and run.
public enum Checks {
  /// The checks.
  public static let all: [any Check] = [
    OfficeCheck(), OfficialsCheck(), RegionsCheck(), CalendarsCheck(), SetDatesCheck(),
    LocalDatesCheck(),
    RegistersCheck(), TargetsCheck(), HolidaysCheck(), EstimatesCheck(), RulesCheck(),
    LedgersCheck(), SubjectsCheck(), LateEntriesCheck(), RepeatedRowsCheck(), ExtensionsCheck(),
    TermsCheck(), GatesCheck(), ClockCheck(), ForeignBooksCheck(), SetAsideCheck(),
    LostLedgersCheck(), LocksCheck(),
    EvidenceFilesCheck(), LeftoversCheck(), FrozenQuartersCheck(), ExportsCheck(),
    ProfilesCheck(),
    RemindersCheck(), UsersCheck(), SeenRemarksCheck(),
  ]

  /// The check with a name, in any case; `nil` where there is none.
  public static func named(_ name: String) -> (any Check)? {
    all.first { $0.name == name.lowercased() }
  }
}
