internal import ComplianceModel
internal import Workspace

/// Who opens a page or sends a form, and what they may see and write.
struct Visitor: Sendable {
  /// What is done to an obligation.
  enum Act: Sendable {
    /// A document is handed in.
    case submit
    /// What was handed in is accepted or returned, a term is moved, a row is voided: what an office decides.
    case decide
  }

  /// The name of the user; `nil` for the owner of this computer.
  let account: String?
  /// The name that goes into the ledger.
  private let named: Result<String, RecorderRefusal>
  /// The role; `nil` for the owner of this computer, who may do everything.
  let role: UserRole?
  /// The jabatan whose reports a kasi writes; `nil` for others.
  let jabatan: String?
  /// The desa that they see and hand in for, at least one; `nil` for all units.
  let villages: Set<RegionCode>?

  /// The owner of this computer, for whom the pages are while there are no users.
  ///
  /// - Parameter recorder: The name that goes into the ledger, or why there is none.
  /// - Returns: The owner.
  static func owner(_ recorder: Result<String, RecorderRefusal>) -> Visitor {
    Visitor(account: nil, recorder, role: nil, jabatan: nil, villages: nil)
  }

  /// A user.
  ///
  /// - Parameters:
  ///   - user: The user.
  ///   - workspace: The workspace, with the units of the day of judging.
  /// - Throws: ``ShownTrouble`` for the operator of desa none of which is watched here: without one they
  ///   would see all.
  init(_ user: User, in workspace: Workspace) throws(ShownTrouble) {
    var villages: Set<RegionCode>?
    if user.role == .villageOperator {
      let watched = Set(workspace.kecamatan.flatMap(\.villages).map(\.code))
      villages = watched.intersection(user.villages)
      guard villages?.isEmpty == false else { throw ShownTrouble(trouble: .noVillage) }
    }
    self.init(
      account: user.account, .success(user.name), role: user.role,
      jabatan: user.jabatan.map(Office.canonical),
      villages: villages)
  }

  private init(
    account: String?, _ recorder: Result<String, RecorderRefusal>, role: UserRole?,
    jabatan: String?, villages: Set<RegionCode>?
  ) {
    self.account = account
    named = recorder
    self.role = role
    self.jabatan = jabatan
    self.villages = villages
  }

  /// The name that goes into the ledger, as `petugas`.
  ///
  /// - Throws: A `RecorderRefusal` where nobody knows who sits at this computer.
  func recorder() throws(RecorderRefusal) -> String { try named.get() }

  /// Whether they are among those who may.
  func isAmong(_ audience: Audience) -> Bool { audience.contains(role) }

  /// Whether they see what a unit owes.
  func sees(_ unit: RegionCode) -> Bool { villages?.contains(unit) ?? true }

  /// Whether they write all that an office records, whoever answers for it.
  var writesEverything: Bool {
    switch role {
    case nil, .secretary, .planner, .manager: true
    case .section, .villageOperator, .head, .reader: false
    }
  }

  /// Whether they may do something to an obligation.
  ///
  /// - Parameters:
  ///   - act: What is done.
  ///   - selection: The report and the unit.
  /// - Returns: Whether they may.
  func may(_ act: Act, _ selection: Selection) -> Bool {
    let report = selection.report
    return may(
      act, report.level, responsible: selection.desk.calendar.codes[report.responsible],
      of: selection.unit)
  }

  /// Whether they may do something to an obligation.
  ///
  /// - Parameters:
  ///   - act: What is done.
  ///   - level: Whose obligation it is.
  ///   - responsible: The jabatan that answers for it.
  ///   - unit: The unit that owes it.
  /// - Returns: Whether they may.
  func may(_ act: Act, _ level: Report.Level, responsible: String, of unit: RegionCode) -> Bool {
    guard sees(unit) else { return false }
    if writesEverything { return true }
    switch role {
    case .section: return isJabatan(responsible)
    case .villageOperator: return act == .submit && level == .village
    default: return false
    }
  }

  /// Whether they may measure an indicator.
  ///
  /// - Parameter owners: The jabatan on whose card it is, and which answers for it.
  /// - Returns: Whether they may.
  func mayMeasure(for owners: [String]) -> Bool {
    writesEverything || (role == .section && owners.contains(where: isJabatan))
  }

  private func isJabatan(_ role: String) -> Bool {
    jabatan.map { ReportCalendar.folded($0) } == ReportCalendar.folded(role)
  }
}
